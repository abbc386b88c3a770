namespace Karkhana.Core.Exchange;

/// <summary>Which end of a tie told of it.</summary>
public enum TieReporter
{
    /// <summary>The giving end: "they came to us".</summary>
    From,

    /// <summary>The receiving end: "we went to them".</summary>
    To,

    /// <summary>Both ends, each in its own interview.</summary>
    Both,
}
