using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Observations of units over time.</summary>
/// <param name="Observations">The numbers by row; missing cells are allowed.</param>
/// <param name="Unit">The unit of each row.</param>
/// <param name="Time">The period of each row; NaN is missing.</param>
public sealed record PanelSample(RegressionSample Observations, Grouping Unit, IReadOnlyList<double> Time)
{
    internal const string Roles = RegressionSample.Roles + ", unit, time";

    /// <summary>Reads the input <c>sample</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The sample.</returns>
    public static PanelSample Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable sample = request.Table("sample");
        return new PanelSample(
            RegressionSample.Read(request), Grouping.Read(sample, sample.ColumnsOf("unit")[0]), sample.Numbers("time"));
    }

    /// <summary>Gives the sample of a regression that takes out unit effects, and period effects where asked.</summary>
    internal RegressionSample Absorbing(bool periods) => Observations with
    {
        Absorb = periods ? [Unit, Periods()] : [Unit],
    };

    /// <summary>Groups the rows by period.</summary>
    internal Grouping Periods() => Grouping.Of(
        [.. Time.Select(time => double.IsNaN(time) ? null : FormattableString.Invariant($"{time}"))]);

    /// <summary>Refuses columns of different length, and two rows of one unit in one period.</summary>
    internal void Check()
    {
        int rows = Observations.Data.RowCount;
        Unit.Check(rows, nameof(Unit));
        Require.SameLength(rows, Time.Count, nameof(Time));
        HashSet<(int Unit, double Time)> seen = [];
        for (int row = 0; row < rows; row++)
        {
            int unit = Unit.ByRow[row];
            if (unit >= 0 && !double.IsNaN(Time[row]) && !seen.Add((unit, Time[row])))
            {
                Require.That(false, nameof(Time), FormattableString.Invariant(
                    $"must give one row per unit and period; unit {Unit.Labels[unit]} has two rows of period {Time[row]}"));
            }
        }
    }
}
