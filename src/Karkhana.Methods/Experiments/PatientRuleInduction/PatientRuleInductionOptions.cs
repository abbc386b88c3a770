using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on patient rule induction.</summary>
public sealed record PatientRuleInductionOptions
{
    /// <summary>Gets the threshold from which an outcome is of interest.</summary>
    /// <value>None unless set: the outcome is then 0 or 1.</value>
    [Description("Threshold of the outcome; without one the outcome must be 0 or 1.")]
    public double? Threshold { get; init; }

    /// <summary>Gets the side of the threshold that is of interest.</summary>
    /// <value><see cref="ThresholdSide.AtLeast"/> unless set; without a threshold at-least means 1, at-most means 0.</value>
    [Description("Side of the threshold that is of interest.")]
    public ThresholdSide Side { get; init; }

    /// <summary>Gets the share of the cases in the box that one step peels or pastes.</summary>
    /// <value>From 0.001 to 0.5; 0.05 unless set.</value>
    [Description("Share of the cases in the box that a step peels off or pastes on.")]
    public double PeelAlpha { get; init => field = Require.Between(value, 0.001, 0.5); } = 0.05;

    /// <summary>Gets whether the chosen box is grown again while its density rises.</summary>
    /// <value>True unless set.</value>
    [Description("Grow the chosen box again while its density rises.")]
    public bool Paste { get; init; } = true;

    /// <summary>Gets the least share of all cases in a box.</summary>
    /// <value>From 0 to 0.99; 0.05 unless set.</value>
    [Description("Least share of all cases in a box.")]
    public double LeastMass { get; init => field = Require.Between(value, 0, 0.99); } = 0.05;

    /// <summary>Gets which peel is the best.</summary>
    /// <value><see cref="PeelObjective.Density"/> unless set.</value>
    [Description("Which peel is the best: by the density that it leaves, or by the gain for each case taken.")]
    public PeelObjective Objective { get; init; }

    /// <summary>Gets the step of the trajectory whose box is chosen.</summary>
    /// <value>None unless set: the step with the greatest harmonic mean of coverage and density.</value>
    [Description("Step of the trajectory whose box is chosen; without one that of the greatest harmonic mean of coverage and density.")]
    public int? Step { get; init; }

    /// <summary>Gets the bootstrap samples in which the search is repeated.</summary>
    /// <value>From 0 (none) to 100,000; 50 unless set.</value>
    [Description("Bootstrap samples in which the search is repeated; 0 for none.")]
    public int Resamples { get; init => field = Require.Between(value, 0, 100_000); } = 50;

    /// <summary>Gets the confidence level of intervals.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set.</value>
    [Description("Level of intervals.")]
    public double Level { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;

    /// <summary>Gets the seed of the bootstrap samples.</summary>
    /// <value>2003 unless set.</value>
    [Description("Seed of the bootstrap samples.")]
    public ulong Seed { get; init; } = 2003;
}
