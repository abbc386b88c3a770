using Karkhana.Core.Errors;

namespace Karkhana.Learning;

/// <summary>The rules by which hypotheses are judged, fixed before looking.</summary>
public sealed record HypothesisOptions
{
    /// <summary>Gets how the equations are estimated.</summary>
    public EquationOptions Equations { get; init; } = new();

    /// <summary>Gets the smallest association of interest, in standard deviations: an association is ruled out only
    /// when everything as large is, and none is accepted only within it. A clear association counts whatever its size.</summary>
    /// <value>Positive; 0.1 unless set.</value>
    public double SmallestOfInterest { get; init => field = Require.Positive(value); } = 0.1;

    /// <summary>Gets by how much of R squared the cluster may be ahead of what is not cluster before the latter no longer counts as explaining
    /// as much.</summary>
    /// <value>Zero or greater; 0.02 unless set.</value>
    public double MarginOfExplained { get; init => field = Require.Between(value, 0, 1); } = 0.02;

    /// <summary>Gets the share of false findings that is borne over all parts.</summary>
    /// <value>Above 0 and below 1; 0.05 unless set.</value>
    public double FalseDiscoveryRate { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.05;

    /// <summary>Gets the number of draws behind products and of resamples behind shares of variance.</summary>
    /// <value>100 to 100,000; 999 unless set.</value>
    public int Draws { get; init => field = Require.Between(value, 100, 100_000); } = 999;
}
