using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>What the model gives under the accepted parameters, beside what was observed.</summary>
/// <param name="Name">The summary.</param>
/// <param name="Observed">What was observed.</param>
/// <param name="StandardError">How well it is known.</param>
/// <param name="Low">The 2.5 % quantile of the runs.</param>
/// <param name="Median">Their median.</param>
/// <param name="High">Their 97.5 % quantile.</param>
/// <param name="Exceedance">The share of runs with the error of observation added that do not exceed what was observed.</param>
/// <param name="Reproduced">Whether that share lies between 2.5 and 97.5 %.</param>
/// <param name="HeldOut">Whether the search never saw it.</param>
public sealed record PredictiveCheck(
    string Name, double Observed, double StandardError, double Low, double Median, double High, double Exceedance, bool Reproduced, bool HeldOut)
{
    /// <summary>Gives one row per check.</summary>
    /// <param name="name">The name of the table.</param>
    /// <param name="checks">The checks.</param>
    /// <returns>The table.</returns>
    public static Table ToTable(string name, IReadOnlyList<PredictiveCheck> checks) => Table.Of(
        name,
        Column.Of("term", checks.Select(check => check.Name), "Summary", "What the model is to reproduce."),
        Column.Of("observed", checks.Select(check => check.Observed), "Observed", "", "What was observed."),
        Column.Of("std_error", checks.Select(check => check.StandardError), "SE", "", "Standard error of what was observed."),
        Column.Of("conf_low", checks.Select(check => check.Low), "Runs from", "", "2.5 % quantile of the runs."),
        Column.Of("median", checks.Select(check => check.Median), "Runs, median", "", "Median of the runs."),
        Column.Of("conf_high", checks.Select(check => check.High), "Runs to", "", "97.5 % quantile of the runs."),
        Column.Of(
            "exceedance", checks.Select(check => check.Exceedance), "Below observed", "",
            "Share of runs, with the error of observation added, that do not exceed what was observed."),
        Column.Of("reproduced", checks.Select(check => check.Reproduced), "Reproduced", "Whether that share lies between 2.5 and 97.5 %."),
        Column.Of("held_out", checks.Select(check => check.HeldOut), "Held out", "Whether the search never saw it."));
}
