package dev.keyline.tools.command;

import dev.keyline.pbx.command.Server.Ending;
import dev.keyline.tools.serve.Serving;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/// Falls when somebody at a console wants the exchange to end, or to start anew.
final class Curtain {
    private static final long LOOK = 200_000_000;

    private final CountDownLatch fallen = new CountDownLatch(1);
    private volatile boolean again;

    /// Lets it fall, now or when the calls are over.
    ///
    /// @param startsAnew whether another exchange follows
    void fall(Serving serving, Ending how, boolean startsAnew) {
        if (how != Ending.WHEN_CONVENIENT) {
            serving.closeDoor();
        }
        if (how == Ending.NOW) {
            drop(startsAnew);
        } else {
            Thread.ofVirtual().start(() -> dropAfterLast(serving, startsAnew));
        }
    }

    private void dropAfterLast(Serving serving, boolean startsAnew) {
        while (serving.liveCalls() > 0) {
            LockSupport.parkNanos(LOOK);
        }
        drop(startsAnew);
    }

    private void drop(boolean startsAnew) {
        again = startsAnew;
        fallen.countDown();
    }

    void await() throws InterruptedException {
        fallen.await();
    }

    /// Whether another exchange follows.
    boolean isFollowed() {
        return again;
    }
}
