package dev.keyline.pbx.exchange;

import dev.keyline.iax.message.CallerId;
import dev.keyline.pbx.application.Office.NoWay;
import dev.keyline.pbx.application.Office.Placing;
import dev.keyline.pbx.channel.Position;
import java.util.List;
import java.util.Optional;

/// Calls that nobody on the line has asked for.
final class Origination {
    private final House house;

    Origination(House house) {
        this.house = house;
    }

    Placing originate(String target, Position then, CallerId caller, long now) {
        var behalf = new Placement.Behalf(caller, Optional.empty(), "", List.of(), false, _ -> {});
        return new Placement(house)
                .place(
                        behalf,
                        target,
                        channel -> new Walk(house, channel, then),
                        (work, placing) ->
                                house.perform(
                                        () -> {
                                            var address = work.get();
                                            return later -> report(placing.apply(address, later));
                                        }),
                        now);
    }

    private void report(Placing late) {
        if (late instanceof NoWay(_, var why)) {
            house.journal().warning("Originate: " + why);
        }
    }
}
