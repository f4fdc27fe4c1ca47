package dev.keyline.pbx.ledger;

/// Something that happened, for programs that watch.
public sealed interface ExchangeEvent permits LineEvent, ChannelEvent, LoginEvent {}
