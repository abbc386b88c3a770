using CsCheck;
using Karkhana.Core.Exchange;

namespace Karkhana.Tests.CollectiveEfficiency;

/// <summary>Reports of advice for tests; positions from <c>firms</c> on are parties outside.</summary>
internal static class SampleReports
{
    /// <summary>Gets reports of up to 8 firms and 2 parties.</summary>
    public static Gen<TieReports> Any { get; } =
        from firms in Gen.Int[2, 8]
        from reports in Gen.Select(Gen.Int[0, firms + 1], Gen.Int[0, firms + 1], Gen.Int[0, 3], Gen.Int[0, 3]).Array[0, 30]
        select Of(firms, 2, [.. reports.Where(report => report.Item1 != report.Item2)
            .Select(report => Report(report.Item1, report.Item2, report.Item3, report.Item4 == 3 ? null : (TieReporter)report.Item4))]);

    public static TieReport Report(int from, int to, double value, TieReporter? reporter) =>
        new(from, to, "advice", value) { Reporter = reporter };

    public static TieReports Of(int firms, int parties, params TieReport[] reports) => new(
        SampleSurveys.Ids(firms), [.. Enumerable.Range(0, parties).Select(party => $"P{party}")], reports);

    /// <summary>Makes ties of advice with value 1.</summary>
    public static TieTable Ties(int firms, params IReadOnlyList<(int From, int To)> ties) => new(
        SampleSurveys.Ids(firms),
        [.. ties.Select(tie => tie.From)],
        [.. ties.Select(tie => tie.To)],
        [.. ties.Select(_ => "advice")],
        [.. ties.Select(_ => 1.0)]);
}
