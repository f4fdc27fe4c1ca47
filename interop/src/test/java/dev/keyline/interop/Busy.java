package dev.keyline.interop;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.ResourceLock;

/// A test class that takes the processors for itself: it runs neither beside another one like it
/// nor beside one that is [InRealTime]. It comes last, when what only waits is under way.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Order(Integer.MAX_VALUE)
@ResourceLock(Busy.PROCESSORS)
public @interface Busy {
    String PROCESSORS = "the processors of this machine";
}
