using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on the capability ladder.</summary>
public sealed record CapabilityLadderOptions
{
    internal const int MostLevels = 20;

    /// <summary>Gets the share of the anchors of a row that must be passed.</summary>
    /// <value>From 0 to 1; 0.6 unless set.</value>
    [Description("Share of anchors to pass in a row.")]
    public double RequiredShare { get; init => field = Require.Between(value, 0, 1); } = 0.6;

    /// <summary>Gets the score that counts as passed.</summary>
    /// <value>From 0 to 3; 2 unless set.</value>
    [Description("Score that counts as passed.")]
    public double PassScore { get; init => field = Require.Between(value, 0, 3); } = 2;

    /// <summary>Gets the number of rows of the ladder.</summary>
    /// <value>From 1 to 20; 3 unless set, those of the capability matrix.</value>
    [Description("Rows of complexity that the ladder has.")]
    public int Levels { get; init => field = Require.Between(value, 1, MostLevels); } = 3;

    /// <summary>Gets the coverage of the intervals of the scores.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set.</value>
    [Description("Coverage of the intervals of the scores.")]
    public double Confidence { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;
}
