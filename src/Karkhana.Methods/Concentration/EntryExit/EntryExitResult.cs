using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Concentration;

/// <summary>Entry, exit and growth per region and industry.</summary>
/// <param name="Periods">The activity they were computed from.</param>
/// <param name="Entry">1 entered, 0 absent in both periods, NaN present at the start; region after region.</param>
/// <param name="Exit">1 left, 0 stayed, NaN absent at the start.</param>
/// <param name="Growth">Growth of activity in percent.</param>
/// <param name="Provenance">What made it.</param>
public sealed record EntryExitResult(
    ActivityPeriods Periods,
    IReadOnlyList<double> Entry,
    IReadOnlyList<double> Exit,
    IReadOnlyList<double> Growth,
    Provenance Provenance) : IMeasureResult
{
    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes
    {
        get
        {
            int fromZero = Growth.Count(growth => !double.IsFinite(growth));
            return UnitNotes.When(
                fromZero > 0, "growth-from-zero", FormattableString.Invariant(
                    $"Cells without activity at the start: {fromZero}. Their growth is infinite, or not defined when they stayed at 0."));
        }
    }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Matrix("entry", Periods.Start.Regions, Periods.Start.Industries, Entry)
        .Matrix("exit", Periods.Start.Regions, Periods.Start.Industries, Exit)
        .Matrix("growth", Periods.Start.Regions, Periods.Start.Industries, Growth);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "entry_exit",
        Periods.Start.RegionColumn(),
        Periods.Start.IndustryColumn(),
        Column.Of("entry", Entry, "Entry", "", "1 entered, 0 absent in both periods.", recommended: true),
        Column.Of("exit", Exit, "Exit", "", "1 left, 0 stayed."),
        Column.Of("growth", Growth, "Growth", "percent", "Growth of activity."));
}
