using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>How consistent cases are with a condition being sufficient or necessary for an outcome.</summary>
public static class FuzzySetRelation
{
    internal const string Source =
        "Ragin 2006, doi:10.1093/pan/mpj019; Schneider & Wagemann 2012, Set-Theoretic Methods for the Social Sciences, doi:10.1017/CBO9781139004244";

    /// <summary>Computes consistency and coverage of each term.</summary>
    /// <remarks>
    /// x membership of the term, y of the outcome, m = min(x, y): sufficiency consistency Σm/Σx and coverage Σm/Σy;
    /// necessity consistency Σm/Σy and coverage Σm/Σx; proportional reduction (PRI) (Σm − s)/(Σx − s) with s = Σ min(x,
    /// y, 1 − y); relevance of necessity Σ(1 − x)/Σ(1 − m). Negation 1 − x, conjunction the minimum. Calibration, when
    /// asked for, is that of <see cref="FuzzySetCalibration"/>, column by column, over all known values. Cases with a
    /// missing value are left out and counted in a note. 0/0: NaN. Consistency says nothing about chance; few cases
    /// reach 0.8 by luck. Cost: cases × conditions.
    /// Source: Ragin 2006, doi:10.1093/pan/mpj019; Schneider and Wagemann 2012, chapters 5 and 9. Agrees with: the
    /// formulas in R 4.2, relative 1e-9.
    /// </remarks>
    /// <param name="cases">Outcome and conditions.</param>
    /// <param name="options">Calibration and terms.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>One row per term.</returns>
    /// <exception cref="ArgumentException">No case is complete, or a membership lies outside 0 to 1.</exception>
    public static FuzzySetRelationResult Estimate(
        FuzzySetCases cases,
        FuzzySetRelationOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cases);
        options ??= new FuzzySetRelationOptions();
        Require.That(cases.Names.Count > 0, nameof(cases.Conditions), "must hold at least one condition; there was none");
        Require.SameLength(cases.Names.Count, cases.Conditions.Count, nameof(cases.Conditions));
        double[][] columns = [Memberships("outcome", cases.Outcome, options),
            .. cases.Conditions.Select((values, i) => Memberships(cases.Names[i], values, options))];
        foreach (double[] column in columns)
        {
            Require.SameLength(columns[0].Length, column.Length, nameof(cases.Conditions));
        }

        int[] complete = [.. Enumerable.Range(0, columns[0].Length).Where(row => columns.All(column => !double.IsNaN(column[row])))];
        Require.That(complete.Length > 0, nameof(cases), $"must hold a case without a missing value; none of {columns[0].Length} was");
        double[][] kept = [.. columns.Select(column => complete.Select(row => column[row]).ToArray())];
        int dropped = columns[0].Length - complete.Length;
        return new FuzzySetRelationResult
        {
            Terms = [.. Terms(cases.Names, kept[1..], options.Terms).Select(term => Of(term.Name, term.Memberships, kept[0]))],
            Cases = complete.Length,
            Notes = dropped == 0
                ? []
                : [new Note("incomplete-cases", Severity.Information, FormattableString.Invariant(
                    $"{dropped} of {columns[0].Length} cases lack a value and were not used."))],
            Provenance = new Provenance(
                "psychometrics.fuzzy-set-relation",
                FormattableString.Invariant(
                    $"calibration = {options.Calibration}, terms = {options.Terms}, lower_quantile = {options.LowerQuantile}, crossover_quantile = {options.CrossoverQuantile}, upper_quantile = {options.UpperQuantile}"),
                Source),
        };
    }

    private static double[] Memberships(string name, IReadOnlyList<double> values, FuzzySetRelationOptions options)
    {
        if (options.Calibration == FuzzyCalibration.Direct)
        {
            Require.Finite([.. values.Where(value => !double.IsNaN(value))], name);
            return [.. values.Select(options.Anchors(values).Membership)];
        }

        int wrong = values.ToList().FindIndex(value => value is < 0 or > 1);
        Require.That(wrong < 0, name, FormattableString.Invariant(
            $"must hold memberships from 0 to 1 or be calibrated; row {wrong + 1} was {(wrong < 0 ? 0 : values[wrong])}"));
        return [.. values];
    }

    private static IEnumerable<(string Name, double[] Memberships)> Terms(
        IReadOnlyList<string> names, double[][] conditions, FuzzyTerms terms) => terms switch
        {
            FuzzyTerms.Each => names.Zip(conditions),
            FuzzyTerms.Negated => names.Zip(conditions, (name, values) => ($"~{name}", values.Select(x => 1 - x).ToArray())),
            _ => [(string.Join('*', names), [.. Enumerable.Range(0, conditions[0].Length).Select(row => conditions.Min(values => values[row]))])],
        };

    private static FuzzySetTerm Of(string name, double[] x, double[] y)
    {
        double[] least = [.. x.Zip(y, Math.Min)];
        double both = Sums.Sum(least);
        double unclear = Sums.Sum([.. least.Zip(y, (m, outcome) => Math.Min(m, 1 - outcome))]);
        (double sumX, double sumY) = (Sums.Sum(x), Sums.Sum(y));
        return new FuzzySetTerm(
            name,
            both / sumX,
            both / sumY,
            both / sumY,
            both / sumX,
            (both - unclear) / (sumX - unclear),
            Sums.Sum([.. x.Select(value => 1 - value)]) / Sums.Sum([.. least.Select(value => 1 - value)]));
    }
}
