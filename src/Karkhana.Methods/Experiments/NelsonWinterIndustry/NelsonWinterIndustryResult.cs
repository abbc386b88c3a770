using System.Globalization;
using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>The path of an industry.</summary>
public sealed record NelsonWinterIndustryResult : IMeasureResult
{
    /// <summary>Gets the periods, the start first.</summary>
    public required IReadOnlyList<NelsonWinterPeriod> Periods { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    private IEnumerable<int> Times => Enumerable.Range(0, Periods.Count);

    private IEnumerable<int> Firms => Enumerable.Range(1, Periods[0].Capital.Count);

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("time", Times)
        .Vector("price", Periods.Select(period => period.Price))
        .Vector("output", Periods.Select(period => period.Output))
        .Matrix("capital", Labels(Times), Labels(Firms), [.. Periods.SelectMany(period => period.Capital)])
        .Matrix("profit_rate", Labels(Times), Labels(Firms), [.. Periods.SelectMany(period => period.ProfitRate)]);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "nelson_winter_industry",
        Column.Of("time", Times.SelectMany(time => Firms.Select(_ => time)), "Period", "", "Period, 0 being the start."),
        Column.Of("firm", Times.SelectMany(_ => Firms), "Firm", "", "Number of the firm in the input."),
        Column.Of("capital", Periods.SelectMany(period => period.Capital), "Capital", "", "Capital of the firm.", recommended: true),
        Column.Of("profit_rate", Periods.SelectMany(period => period.ProfitRate), "Profit rate", "", "Profit per unit of capital."),
        Column.Of("price", Periods.SelectMany(period => Firms.Select(_ => period.Price)), "Price", "", "Price in the period."),
        Column.Of("output", Periods.SelectMany(period => Firms.Select(_ => period.Output)), "Output", "", "Output of all firms."));

    private static IEnumerable<string> Labels(IEnumerable<int> numbers) => numbers.Select(number => number.ToString(CultureInfo.InvariantCulture));
}
