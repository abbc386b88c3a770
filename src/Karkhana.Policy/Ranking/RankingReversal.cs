namespace Karkhana.Policy;

/// <summary>What would overturn the order of two policies that follow each other.</summary>
public sealed record RankingReversal
{
    /// <summary>Gets the policy in front.</summary>
    public required string First { get; init; }

    /// <summary>Gets the policy behind.</summary>
    public required string Second { get; init; }

    /// <summary>Gets the cost of the first from which on a gain costs as much as with the second; NaN when one has no cost per gain.</summary>
    public required double BreakEvenCost { get; init; }

    /// <summary>Gets the gain of the first at which a gain costs as much as with the second; NaN likewise.</summary>
    public required double BreakEvenGain { get; init; }

    /// <summary>Gets the parameter draws in which the order is the other way round.</summary>
    public required int DrawsReversed { get; init; }

    /// <summary>Gets the parameter draws; runs when the parameters are fixed.</summary>
    public required int Draws { get; init; }

    /// <summary>Gets the parameter that is associated most with the margin; null when none varies enough.</summary>
    public required string? Parameter { get; init; }

    /// <summary>Gets Spearman's correlation of that parameter with the margin over draws; NaN without a parameter.</summary>
    public required double Association { get; init; }
}
