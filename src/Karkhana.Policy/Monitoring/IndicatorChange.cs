using Karkhana.Core.Tables;

namespace Karkhana.Policy;

/// <summary>An indicator at two times.</summary>
/// <param name="Indicator">The indicator as it is defined now.</param>
/// <param name="Earlier">What it was; null when it was not taken.</param>
/// <param name="Later">What it is; null likewise.</param>
public sealed record IndicatorChange(Indicator Indicator, IndicatorValue? Earlier, IndicatorValue? Later)
{
    /// <summary>Gets a value indicating whether its definition changed in between: the two values are not of the same thing.</summary>
    public bool IsBroken => Earlier is not null && Later is not null && Earlier.Version != Later.Version;

    /// <summary>Gets the difference; NaN across a change of definition, and without both values.</summary>
    public double Difference => Earlier is null || Later is null || IsBroken ? double.NaN : Later.Estimate - Earlier.Estimate;

    /// <summary>Puts two times side by side.</summary>
    /// <param name="set">The indicators.</param>
    /// <param name="earlier">The values of the first time.</param>
    /// <param name="later">The values of the second time.</param>
    /// <returns>One change per indicator that was taken at either time.</returns>
    public static IReadOnlyList<IndicatorChange> Between(
        IndicatorSet set, IReadOnlyList<IndicatorValue> earlier, IReadOnlyList<IndicatorValue> later)
    {
        ArgumentNullException.ThrowIfNull(set);
        return [.. set.Indicators
            .Select(indicator => new IndicatorChange(
                indicator, earlier.FirstOrDefault(value => value.Id == indicator.Id), later.FirstOrDefault(value => value.Id == indicator.Id)))
            .Where(change => change.Earlier is not null || change.Later is not null)];
    }

    /// <summary>Gives one row per indicator; what rests on fewer than five firms is held back.</summary>
    /// <param name="changes">The changes.</param>
    /// <returns>The table <c>indicator_change</c>.</returns>
    public static Table ToTable(IReadOnlyList<IndicatorChange> changes) => Table.Of(
        "indicator_change",
        Column.Of("indicator", changes.Select(one => (string?)one.Indicator.Id), "Indicator", "Id of the indicator."),
        Column.Of("name", changes.Select(one => (string?)one.Indicator.Name), "Name", "What it is."),
        Column.Of("earlier", changes.Select(one => Shown(one.Earlier)), "Earlier", "", "Value at the first time."),
        Column.Of("earlier_n", changes.Select(one => one.Earlier?.Firms ?? 0), "Firms, earlier", "firms", "Firms behind it."),
        Column.Of("later", changes.Select(one => Shown(one.Later)), "Later", "", "Value at the second time."),
        Column.Of("later_n", changes.Select(one => one.Later?.Firms ?? 0), "Firms, later", "firms", "Firms behind it."),
        Column.Of("estimate", changes.Select(one => double.IsNaN(Shown(one.Earlier) + Shown(one.Later)) ? double.NaN : one.Difference), "Change", "", "Later less earlier; missing where the definition changed."),
        Column.Of("series_broken", changes.Select(one => one.IsBroken), "Series broken", "Whether the definition changed in between."));

    private static double Shown(IndicatorValue? value) => value is null || value.Firms < SmallCells.LeastFirms ? double.NaN : value.Estimate;
}
