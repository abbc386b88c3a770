using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>Entry and exit as a measure.</summary>
public static class EntryExitMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<ActivityPeriods, EntryExitOptions, EntryExitResult>(
        "concentration.entry-exit",
        "Entry, exit and growth of regional specialisations between two periods.",
        EntryExit.Source,
        [new InputSpec("start", "region, industry, value"), new InputSpec("end", "region, industry, value")],
        [
            new OutputSpec("entry", OutputShape.Matrix, "region by industry; 1 entered, 0 absent in both, NaN present at the start"),
            new OutputSpec("exit", OutputShape.Matrix, "region by industry; 1 left, 0 stayed, NaN absent at the start"),
            new OutputSpec("growth", OutputShape.Matrix, "region by industry; percent"),
        ],
        ActivityPeriods.Read,
        EntryExit.Estimate);
}
