using Karkhana.Core.Errors;
using Karkhana.Methods.Networks;

namespace Karkhana.Learning;

/// <summary>The study whose design is taken for the next one.</summary>
/// <param name="Sample">The firms that were interviewed: places, status, scores, controls. Exposures are not needed.</param>
/// <param name="Population">The firms that could have been interviewed.</param>
public sealed record StudyDesign(LearningSample Sample, int Population)
{
    /// <summary>Gets the share of asked questions that went without an answer.</summary>
    /// <value>From 0 to 1; 0 unless set.</value>
    public double ItemNonResponse { get; init => field = Require.Between(value, 0, 1); }

    /// <summary>Gets the share of invited firms that are expected to answer.</summary>
    /// <value>Above 0, at most 1; 1 unless set.</value>
    public double ResponseRate { get; init => field = Require.Between(value, 1e-6, 1); } = 1;

    /// <summary>Gets the knowledge network; null without ties.</summary>
    public Graph? Network { get; init; }

    /// <summary>Gets the share of the network's firms that answered.</summary>
    /// <value>From 0 to 1; 1 unless set.</value>
    public double RosterResponse { get; init => field = Require.Between(value, 0, 1); } = 1;

    /// <summary>Gets a value indicating whether the study is of invented firms.</summary>
    public bool Synthetic { get; init; }
}
