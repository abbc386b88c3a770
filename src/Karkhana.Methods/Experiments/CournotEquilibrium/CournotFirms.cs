using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>Firms that choose quantities.</summary>
/// <param name="Cost">The marginal cost of each firm, zero or greater.</param>
public sealed record CournotFirms(IReadOnlyList<double> Cost)
{
    /// <summary>Reads the input <c>firms</c> of a request; a missing cell is refused.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The firms.</returns>
    public static CournotFirms Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new CournotFirms(request.Table("firms").CompleteNumbers("cost"));
    }

    /// <summary>Refuses costs below 0, and costs of which none is below the highest price that anybody pays.</summary>
    internal void Check(double intercept)
    {
        Require.Finite(Cost);
        foreach (double cost in Cost)
        {
            Require.Between(cost, 0, double.MaxValue, nameof(Cost));
        }

        Require.That(Cost.Any(cost => cost < intercept), nameof(Cost), FormattableString.Invariant(
            $"must be below the intercept of {intercept} for at least one firm; the least was {Cost.Min()}"));
    }
}
