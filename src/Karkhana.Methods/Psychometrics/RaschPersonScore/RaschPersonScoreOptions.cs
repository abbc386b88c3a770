using System.ComponentModel;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on Rasch person scores.</summary>
public sealed record RaschPersonScoreOptions
{
    /// <summary>Gets the raw scores to convert.</summary>
    /// <value>From 0 to the number of items; null, the default, takes 1 to one less than the number of items, with wle 0 to
    /// the number of items.</value>
    [Description("Raw scores to convert; null = 1 .. J-1, with wle 0 .. J.")]
    public IReadOnlyList<int>? RawScores { get; init; }

    /// <summary>Gets the method.</summary>
    /// <value>Maximum likelihood unless set.</value>
    [Description("Maximum likelihood, or Warm's weighted likelihood, which is finite at 0 and J.")]
    public PersonScoreMethod Method { get; init; }
}
