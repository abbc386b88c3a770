using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Experiments;

/// <summary>What a reader of Sobol indices must know.</summary>
internal static class SobolNotes
{
    private const double Settled = 0.05;
    private const int MostNamed = 8;

    public static Note[] Of(double[] indices, double[] half, BootstrapIntervals intervals, IReadOnlyList<string> names, SobolIndexOptions options)
    {
        if (double.IsNaN(indices[0]))
        {
            return [new Note(
                "constant-output", Severity.Warning, "The output is the same in all runs of A and B, so that there is no variance to share out: indices are not defined.")];
        }

        return
        [
            .. Outside(indices, intervals, names, options),
            .. Unsettled(indices.AsSpan(0, 2 * names.Count), half.AsSpan(0, 2 * names.Count)),
            .. Lost(intervals, options),
        ];
    }

    // Users of other software take a negative index for an error of the program, year after year: say what it is, with its interval.
    private static IEnumerable<Note> Outside(double[] indices, BootstrapIntervals intervals, IReadOnlyList<string> names, SobolIndexOptions options)
    {
        string[] outside = [.. Enumerable.Range(0, indices.Length).Where(place => indices[place] is < 0 or > 1).Select(place => FormattableString.Invariant(
            $"{NameOf(place, names)} = {indices[place]:0.####} ({intervals.Low[place]:0.####} to {intervals.High[place]:0.####})"))];
        return outside.Length == 0 ? [] : [new Note(
            "index-outside-range",
            Severity.Information,
            FormattableString.Invariant(
                $"A true index lies between 0 and 1; these estimates do not, by sampling error: {string.Join("; ", outside.Take(MostNamed))}{(outside.Length > MostNamed ? FormattableString.Invariant($" and {outside.Length - MostNamed} more") : "")} (in brackets the {100 * options.Level:0.##} % interval). Where an interval holds 0 we cannot tell the index from 0. More base points narrow it."))];
    }

    private static string NameOf(int place, IReadOnlyList<string> names)
    {
        int inputs = names.Count;
        if (place < 2 * inputs)
        {
            return FormattableString.Invariant($"{(place < inputs ? "first order" : "total")} of {names[place % inputs]}");
        }

        int rest = place - (2 * inputs);
        int row = 0;
        while (rest >= inputs - 1 - row)
        {
            rest -= inputs - 1 - row;
            row++;
        }

        return FormattableString.Invariant($"second order of {names[row]} and {names[row + 1 + rest]}");
    }

    private static IEnumerable<Note> Unsettled(ReadOnlySpan<double> all, ReadOnlySpan<double> half)
    {
        double change = FirstHalf.GreatestChange(all, half);
        return change <= Settled ? [] : [new Note(
            "not-converged",
            Severity.Warning,
            double.IsNaN(change)
                ? "There are too few base points to compare the indices of their first half with those of all: we cannot tell whether the indices have settled."
                : FormattableString.Invariant(
                    $"From the first half of the base points to all of them an index moved by {change:0.###}, more than {Settled}: the indices have not settled. Take more base points before ranking inputs."))];
    }

    private static IEnumerable<Note> Lost(BootstrapIntervals intervals, SobolIndexOptions options) => intervals.Lost == 0 ? [] : [new Note(
        "lost-resamples",
        Severity.Warning,
        FormattableString.Invariant($"In {intervals.Lost} of {options.Resamples} bootstrap samples the output did not vary; intervals are from the others."))];
}
