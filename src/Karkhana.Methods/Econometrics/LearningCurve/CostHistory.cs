using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Unit cost by what had been made until then.</summary>
/// <param name="Cumulative">The cumulative output, above 0.</param>
/// <param name="Cost">The cost of a unit, above 0.</param>
public sealed record CostHistory(IReadOnlyList<double> Cumulative, IReadOnlyList<double> Cost)
{
    private const int Fewest = 3;

    /// <summary>Reads the input <c>sample</c> of a request; a missing cell is refused.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The history.</returns>
    public static CostHistory Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable sample = request.Table("sample");
        return new CostHistory(sample.CompleteNumbers("cumulative"), sample.CompleteNumbers("cost"));
    }

    /// <summary>Refuses lists of different length, too few rows, values that have no logarithm and output that never
    /// grows.</summary>
    internal void Check()
    {
        Positive(Cumulative, nameof(Cumulative));
        Positive(Cost, nameof(Cost));
        Require.SameLength(Cumulative.Count, Cost.Count, nameof(Cost));
        Require.That(Cumulative.Count >= Fewest, nameof(Cumulative), FormattableString.Invariant(
            $"must have at least {Fewest} rows; there were {Cumulative.Count}"));
        Require.That(Cumulative.Any(value => value != Cumulative[0]), nameof(Cumulative), FormattableString.Invariant(
            $"must differ between rows; all were {Cumulative[0]}"));
    }

    private static void Positive(IReadOnlyList<double> values, string name)
    {
        Require.Finite(values, name);
        for (int row = 0; row < values.Count; row++)
        {
            if (!(values[row] > 0))
            {
                Require.That(false, name, FormattableString.Invariant($"must be above 0; row {row + 1} was {values[row]}"));
            }
        }
    }
}
