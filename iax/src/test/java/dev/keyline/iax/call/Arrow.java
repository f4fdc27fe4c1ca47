package dev.keyline.iax.call;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Which arrows of `docs/figures.md` a test walks, each as `state: input`, with `*` for every state
/// that has an arrow for this input. [EveryArrowTest] finds those that no test walks.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Arrow {
    String[] value();
}
