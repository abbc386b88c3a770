using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>How difficult processes are in the eyes of experts, and which firm masters which.</summary>
/// <param name="Processes">The process of each judged row.</param>
/// <param name="Points">The points of each expert for each row, from 1 to 10; one row per process, or per process and
/// dimension of difficulty.</param>
/// <param name="Firms">The firm of each row that says who performs what.</param>
/// <param name="Performed">The process of that row.</param>
/// <param name="AtStandard">1 when the firm performs it at the stated standard, 0 when not; NaN is not known.</param>
public sealed record ProductionProcesses(
    IReadOnlyList<string> Processes,
    RaterTable Points,
    IReadOnlyList<string> Firms,
    IReadOnlyList<string> Performed,
    IReadOnlyList<double> AtStandard)
{
    /// <summary>Reads the inputs <c>points</c> and <c>firms</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The judgements and the firms; every row is at standard when none is bound.</returns>
    public static ProductionProcesses Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable points = request.Table("points");
        BoundTable firms = request.Table("firms");
        return new ProductionProcesses(
            points.Texts("process"),
            RaterTable.Read(points),
            firms.Texts("firm"),
            firms.Texts("process"),
            firms.OptionalNumbers("standard") ?? [.. Enumerable.Repeat(1.0, firms.RowCount)]);
    }

    /// <summary>Refuses columns of different length, points outside 1 to 10 and standards that are neither 0 nor
    /// 1.</summary>
    internal void Check()
    {
        Require.That(Points.AreNumbers, nameof(Points), "must be numbers; they held names");
        Points.Check();
        Require.That(Points.Raters.Count >= 2, nameof(Points), $"must come from at least two experts; it had {Points.Raters.Count}");
        Require.That(Processes.Count > 0, nameof(Processes), "must hold at least one process; there was none");
        Require.SameLength(Processes.Count, Points.Units, nameof(Points));
        Require.SameLength(Firms.Count, Performed.Count, nameof(Performed));
        Require.SameLength(Firms.Count, AtStandard.Count, nameof(AtStandard));
        foreach (double[] expert in Points.Ratings)
        {
            int wrong = Array.FindIndex(expert, point => point is < 1 or > 10);
            Require.That(wrong < 0, nameof(Points), FormattableString.Invariant(
                $"must lie between 1 and 10; row {wrong + 1} was {(wrong < 0 ? 0 : expert[wrong])}"));
        }

        double odd = AtStandard.FirstOrDefault(standard => !(double.IsNaN(standard) || standard is 0 or 1));
        Require.That(odd == 0, nameof(AtStandard), FormattableString.Invariant($"must be 1, 0 or missing; it was {odd}"));
    }
}
