using Karkhana.Core.Errors;

namespace Karkhana.Learning;

/// <summary>What can be set when an equation of learning is estimated.</summary>
public sealed record EquationOptions
{
    /// <summary>Gets the number of draws of the true scores.</summary>
    /// <value>2 to 1,000; 20 unless set. Scores without an error need one run and get one.</value>
    public int Draws { get; init => field = Require.Between(value, 2, 1000); } = 20;

    /// <summary>Gets how errors of different firms may depend on each other.</summary>
    /// <value><see cref="ErrorDependence.ByData"/> unless set.</value>
    public ErrorDependence Errors { get; init; }

    /// <summary>Gets the distance in kilometres beyond which errors are taken as independent, for errors correlated in
    /// space.</summary>
    /// <value>Positive; 10 unless set (framework 3.6 asks for 5, 10 and 25).</value>
    public double CutoffKilometres { get; init => field = Require.Positive(value); } = 10;

    /// <summary>Gets the firms that an equation needs at least.</summary>
    /// <value>10 or more; 30 unless set.</value>
    public int LeastFirms { get; init => field = Require.Between(value, 10, int.MaxValue); } = 30;

    /// <summary>Gets a value indicating whether equations of one advantage hold the others equal, by their mean exposure.</summary>
    /// <value>True unless set. Exposures rise together: without it an advantage that does nothing stands for those that act.</value>
    public bool HoldOtherAdvantages { get; init; } = true;

    /// <summary>Gets the confidence level.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;
}
