package dev.keyline.pbx.exchange;

import dev.keyline.iax.call.CallEvent;
import dev.keyline.iax.call.Cause;
import dev.keyline.iax.call.Ending;
import dev.keyline.iax.endpoint.CallId;
import dev.keyline.iax.message.Indication;
import dev.keyline.pbx.channel.Channel;
import dev.keyline.pbx.channel.Proof;
import dev.keyline.pbx.channel.State;
import dev.keyline.pbx.ledger.ChannelEvent;
import dev.keyline.pbx.ledger.Journal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who is on the line: every channel, and the walk that hears what happens on it.
final class Roll {
    private final Map<CallId, Seat> seats = new LinkedHashMap<>();
    private final Journal journal;

    private record Seat(Channel channel, Walk walk) {}

    Roll(Journal journal) {
        this.journal = journal;
    }

    int size() {
        return seats.size();
    }

    List<Channel> channels() {
        return seats.values().stream().map(Seat::channel).toList();
    }

    Optional<Channel> named(String name) {
        return channels().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /// The channel of a call; empty when it has none, or is over.
    Optional<Channel> of(CallId call) {
        return Optional.ofNullable(seats.get(call)).map(Seat::channel);
    }

    /// Whose walk hears of a channel: its own, or that of whoever called it.
    Optional<Walk> walkOf(Channel channel) {
        return Optional.ofNullable(seats.get(channel.identity().call())).map(Seat::walk);
    }

    /// From now on this walk hears of its channel.
    void reseat(Walk walk) {
        var channel = walk.channel();
        seats.put(channel.identity().call(), new Seat(channel, walk));
    }

    void enter(Channel channel, Walk walk) {
        seats.put(channel.identity().call(), new Seat(channel, walk));
        journal.tell(
                new ChannelEvent.Began(
                        channel.name(),
                        channel.identity().incoming(),
                        channel.identity().peer().toString()));
    }

    /// Something happened on a call: its channel takes note, and its walk is told.
    void happened(CallId call, CallEvent event, long now) {
        var seat = seats.get(call);
        if (seat == null) {
            return;
        }
        var before = seat.channel().state();
        note(seat.channel(), event, now);
        if (event instanceof CallEvent.Ended ended) {
            seats.remove(call);
            tellEnd(seat.channel(), ended, now);
        }
        seat.walk().heard(seat.channel(), event, now);
        tellChange(seat.channel(), before);
    }

    private void note(Channel channel, CallEvent event, long now) {
        switch (event) {
            case CallEvent.Accepted(var format, boolean encrypted) -> {
                channel.speaks(format);
                channel.encrypted(encrypted);
            }
            case CallEvent.Answered _ -> channel.isAnswered(now);
            case CallEvent.Indicated(var what, _) when what == Indication.RINGING ->
                    channel.ringing();
            case CallEvent.Answering answering -> prove(channel, answering);
            case CallEvent.Ended(var why) -> channel.ended(why);
            case CallEvent.Rerouted(var what) ->
                    journal.verbose(channel.name() + " " + Departure.words(what));
            default -> {}
        }
    }

    private void prove(Channel channel, CallEvent.Answering how) {
        channel.proof(new Proof(word(how), how.keyName(), how.fingerprint()));
    }

    private static String word(CallEvent.Answering how) {
        return Reception.word(how.method());
    }

    private void tellChange(Channel channel, State before) {
        if (channel.state() != before && channel.state() != State.GONE) {
            journal.tell(new ChannelEvent.Changed(channel.name(), channel.state().word()));
        }
    }

    private void tellEnd(Channel channel, CallEvent.Ended ended, long now) {
        tellRefusal(channel, ended.why());
        long millis = (now - channel.since()) / 1_000_000;
        journal.verbose(
                () ->
                        "Hungup '"
                                + channel.name()
                                + "': "
                                + ended.why().words()
                                + ", after "
                                + millis / 1000
                                + " s");
        journal.tell(
                new ChannelEvent.Ended(
                        channel.name(), channel.hangupCause(), ended.why().words(), millis));
    }

    /// That a call of ours was refused is what people look for in a log, in Asterisk's words.
    private void tellRefusal(Channel channel, Ending why) {
        switch (why) {
            case Ending.TheyRefused refused when !channel.identity().incoming() ->
                    journal.warning(
                            "Call rejected by "
                                    + channel.identity().peer()
                                    + ": "
                                    + refused.text()
                                    + " ("
                                    + channel.name()
                                    + ", cause "
                                    + Cause.describe(refused.code())
                                    + ")");
            case Ending.CannotAnswer(var reason) ->
                    journal.warning(
                            "I don't know how to authenticate to "
                                    + channel.identity().peer()
                                    + " ("
                                    + channel.name()
                                    + "): "
                                    + reason);
            default -> {}
        }
    }
}
