using Karkhana.Core.Errors;

namespace Karkhana.Learning;

/// <summary>What can be set on the specification curve.</summary>
public sealed record SpecificationCurveOptions
{
    /// <summary>Gets the draws of the true scores in each specification.</summary>
    /// <value>2 to 1,000; 5 unless set: a curve shows spread over choices, for which few draws are enough.</value>
    public int Draws { get; init => field = Require.Between(value, 2, 1000); } = 5;

    /// <summary>Gets the risk below which a specification counts as clear.</summary>
    /// <value>Above 0 and below 1; 0.05 unless set.</value>
    public double Risk { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.05;

    /// <summary>Gets the greatest number of specifications.</summary>
    /// <value>1 to 1,000,000; 20,000 unless set. More than this is refused, never thinned out silently.</value>
    public int Most { get; init => field = Require.Between(value, 1, 1_000_000); } = 20_000;
}
