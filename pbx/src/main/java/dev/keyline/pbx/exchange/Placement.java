package dev.keyline.pbx.exchange;

import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Command;
import dev.keyline.iax.call.Destination;
import dev.keyline.iax.call.DialString;
import dev.keyline.iax.call.Encryption;
import dev.keyline.iax.message.CallerId;
import dev.keyline.iax.message.ConnectedLine;
import dev.keyline.iax.message.MediaFormat;
import dev.keyline.iax.message.MediaOffer;
import dev.keyline.iax.message.Variable;
import dev.keyline.iax.wire.PeerAddress;
import dev.keyline.pbx.application.Office.Calling;
import dev.keyline.pbx.application.Office.LookingUp;
import dev.keyline.pbx.application.Office.NoWay;
import dev.keyline.pbx.application.Office.Placing;
import dev.keyline.pbx.channel.CallerIdDraft;
import dev.keyline.pbx.channel.Channel;
import dev.keyline.pbx.channel.Identity;
import dev.keyline.pbx.line.Route;
import dev.keyline.pbx.line.Routing;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Calls others.
final class Placement {
    /// Q.850: channel type not implemented.
    private static final int NOT_IMPLEMENTED = 66;

    private final House house;

    Placement(House house) {
        this.house = house;
    }

    /// On whose behalf a call is placed.
    ///
    /// @param format what they speak, if it is known
    /// @param variables IAXVARs to send along
    /// @param encrypted whether the call has to be
    record Behalf(
            CallerId caller,
            Optional<MediaFormat> format,
            String language,
            List<Variable> variables,
            boolean encrypted,
            Consumer<Channel> prepare) {
        /// On behalf of a channel, which hands down its variables.
        static Behalf of(Channel channel) {
            return new Behalf(
                    channel.caller(),
                    channel.format(),
                    channel.language(),
                    channel.carried(),
                    channel.wantsEncryption(),
                    child -> {
                        channel.variables().bequeathTo(child.variables());
                        child.carried(channel.carried());
                        child.account(channel.account());
                        child.parties().musicClass(channel.parties().musicClass());
                        child.parties().redirecting(channel.parties().redirecting());
                    });
        }
    }

    /// Who looks a name up, and is told of the call that follows.
    interface Resolver {
        void resolve(
                Supplier<Optional<PeerAddress>> work,
                BiFunction<Optional<PeerAddress>, Long, Placing> then);
    }

    /// Places a call, or begins to.
    ///
    /// @param hearer the walk that hears of a channel
    Placing place(
            Behalf behalf,
            String target,
            Function<Channel, Walk> hearer,
            Resolver resolver,
            long now) {
        var technology =
                target.indexOf('/') < 0 ? target : target.substring(0, target.indexOf('/'));
        if (!technology.equalsIgnoreCase("IAX2")) {
            return new NoWay(
                    NOT_IMPLEMENTED,
                    "No channel type registered for '"
                            + technology
                            + "': only IAX2/... can be dialled");
        }
        if (house.isFull()) {
            return new NoWay(Cause.CONGESTION.code(), "there are as many calls as are allowed");
        }
        var dial = DialString.parse("IAX2" + target.substring(technology.length()));
        dial.remarks().forEach(house.journal()::warning);
        return switch (Routing.route(dial, house.lines(), house.directions())) {
            case Route.To(var address, var call) -> call(address, call, behalf, hearer, now);
            case Route.Lookup lookup -> lookUp(lookup, behalf, hearer, resolver);
            case Route.Nowhere(int cause, var why) -> new NoWay(cause, why);
        };
    }

    private Placing lookUp(
            Route.Lookup lookup, Behalf behalf, Function<Channel, Walk> hearer, Resolver resolver) {
        var names = house.setup().names();
        resolver.resolve(
                () -> names.resolve(lookup.host(), lookup.port()),
                (address, later) ->
                        address.map(a -> call(a, lookup.call(), behalf, hearer, later))
                                .orElseGet(() -> unknown(lookup.host())));
        return new LookingUp();
    }

    private static Placing unknown(String host) {
        return new NoWay(
                Cause.SUBSCRIBER_ABSENT.code(),
                "'" + host + "' is no peer section of iax.conf, and there is no host of that name");
    }

    private Placing call(
            PeerAddress address,
            Route.Call call,
            Behalf behalf,
            Function<Channel, Walk> hearer,
            long now) {
        if (behalf.encrypted() && !call.encryption().allowed()) {
            return new NoWay(
                    Cause.BEARER_NOT_AVAILABLE.code(),
                    "["
                            + call.section()
                            + "] has to be called encrypted, and has no encryption=yes");
        }
        var offer = call.codecs().offer(behalf.format());
        if (offer.capability() == 0) {
            return new NoWay(
                    Cause.BEARER_NOT_AVAILABLE.code(),
                    "[" + call.section() + "] allows no format that the caller could speak");
        }
        house.counts(house.counts().andPlaced());
        var id = house.endpoint().dial(destination(address, call, behalf, offer), now);
        var identity = new Identity(id, call.section(), address, false);
        var channel = new Channel(identity, behalf.caller(), house.cord(), now);
        channel.language(call.language());
        channel.parties().etiquette(call.etiquette());
        channel.parties().pictures(call.codecs().pictures());
        channel.parties().connected(ConnectedLine.of(behalf.caller()));
        channel.smoothing(call.voice().smoothing(), now);
        channel.reroute(call.voice().transfer(), now);
        if (call.voice().trunked()) {
            channel.tell(new Command.Trunk(), now);
        }
        behalf.prepare().accept(channel);
        house.roll().enter(channel, hearer.apply(channel));
        Autokill.watch(house, channel, now);
        return new Calling(channel);
    }

    /// What is told of the caller. The number dialled is the one dialled first, if that is known
    /// (RFC 5456 §8.6.12); Asterisk's Dial tells none. The number to be billed is told to those who
    /// shall have it.
    private static CallerId told(CallerId caller, Route.Call call) {
        var draft = new CallerIdDraft(caller);
        if (caller.dnid().isEmpty()) {
            draft.dnid(call.exten());
        }
        if (!call.etiquette().sendsAni()) {
            draft.ani("");
        }
        return draft.finished();
    }

    private static Destination destination(
            PeerAddress address, Route.Call call, Behalf behalf, MediaOffer offer) {
        return new Destination(
                address,
                call.exten(),
                call.context().orElse(null),
                call.credentials(),
                told(behalf.caller(), call),
                offer,
                behalf.language().isEmpty() ? call.language() : behalf.language(),
                call.autoAnswer(),
                behalf.variables(),
                null,
                behalf.encrypted() ? Encryption.FORCED : call.encryption());
    }
}
