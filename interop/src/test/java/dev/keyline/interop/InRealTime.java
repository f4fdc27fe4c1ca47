package dev.keyline.interop;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/// A test class that speaks and listens block by block: several of them share the processors, but
/// none runs beside one that is [Busy]. They come first, so that there are several to share.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Order(1)
@ResourceLock(value = Busy.PROCESSORS, mode = ResourceAccessMode.READ)
public @interface InRealTime {}
