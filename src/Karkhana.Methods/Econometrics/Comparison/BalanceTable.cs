using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>How alike treated and untreated units are, before and after they were weighted or matched.</summary>
/// <param name="Variables">The covariates, and their squares where they are looked at.</param>
/// <param name="Before">Standardised mean differences of all units.</param>
/// <param name="After">The same with weights.</param>
/// <remarks>Difference of means over the standard deviation (n − 1) of all treated units, before and after alike, so that a
/// change of the deviation is not taken for balance. NaN where the treated units do not vary.
/// Source: Austin 2011, doi:10.1080/00273171.2011.568786; Stuart 2010, doi:10.1214/09-STS313.</remarks>
public sealed record BalanceTable(IReadOnlyList<string> Variables, IReadOnlyList<double> Before, IReadOnlyList<double> After)
{
    internal const double Threshold = 0.1;

    /// <summary>Gets the greatest absolute difference after weighting; NaN when none is defined.</summary>
    public double Worst => After.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(double.NaN).Max();

    /// <summary>Gives one row per covariate.</summary>
    /// <param name="name">The name of the table.</param>
    /// <returns>The table.</returns>
    public Table ToTable(string name) => Table.Of(
        name,
        Column.Of("variable", Variables, "Covariate", "Covariate, or its square."),
        Column.Of("smd_before", Before, "Before", "", "Standardised mean difference of all units."),
        Column.Of("smd_after", After, "After", "", "Standardised mean difference after weighting or matching.", recommended: true));

    /// <summary>Compares the covariates of a design.</summary>
    /// <param name="design">The units.</param>
    /// <param name="weights">The weight of each unit after matching or weighting.</param>
    /// <param name="squares">Whether squares are compared too; those of 0/1 columns say nothing new and are left out.</param>
    internal static BalanceTable Of(TreatmentDesign design, double[] weights, bool squares)
    {
        List<string> names = [.. design.Variables];
        List<double[]> columns = [.. design.Covariates];
        for (int j = 0; squares && j < design.Variables.Count; j++)
        {
            if (design.Covariates[j].Any(value => value is not (0 or 1)))
            {
                names.Add($"{design.Variables[j]} squared");
                columns.Add([.. design.Covariates[j].Select(value => value * value)]);
            }
        }

        double[] plain = [.. Enumerable.Repeat(1.0, design.Units)];
        return new BalanceTable(
            names, [.. columns.Select(column => Difference(design, column, plain))], [.. columns.Select(column => Difference(design, column, weights))]);
    }

    /// <summary>Gives the note on covariates that are still apart.</summary>
    internal IEnumerable<Note> Notes()
    {
        string[] apart = [.. Variables.Where((_, j) => Math.Abs(After[j]) > Threshold)];
        if (apart.Length > 0)
        {
            yield return new Note("imbalance", Severity.Warning, FormattableString.Invariant(
                $"Standardised mean differences above {Threshold} remain: {string.Join(", ", apart)}. The groups are not alike in them."));
        }
    }

    /// <summary>Gives the weighted mean of a column over some units.</summary>
    internal static double Mean(IReadOnlyList<double> values, double[] weights, int[] units)
    {
        double[] chosen = [.. units.Select(unit => weights[unit])];
        return Sums.Dot(chosen, [.. units.Select(unit => values[unit])]) / Sums.Sum(chosen);
    }

    private static double Difference(TreatmentDesign design, double[] column, double[] weights)
    {
        double spread = Math.Sqrt(Sums.Variance([.. design.Treated.Select(unit => column[unit])]));
        return spread > 0 ? (Mean(column, weights, design.Treated) - Mean(column, weights, design.Controls)) / spread : double.NaN;
    }
}
