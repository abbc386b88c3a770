using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The answers to one item, counted by matching value, group and answer.</summary>
/// <remarks>A test of 50 items has at most 51 totals: whatever is fitted works on these counts, not on the
/// respondents.</remarks>
internal sealed class MatchedItem
{
    private const int MostAnswers = 127; // as many as an item of a response model may have

    private readonly double[] _counts; // by stratum, group, answer

    private MatchedItem(string name, double[] values, double[] scores)
    {
        Name = name;
        Values = values;
        Scores = scores;
        _counts = new double[scores.Length * 2 * values.Length];
    }

    public string Name { get; }

    /// <summary>Gets the different answers, ascending.</summary>
    public double[] Values { get; }

    /// <summary>Gets the different matching values, ascending.</summary>
    public double[] Scores { get; }

    public double Respondents => Sums.Sum(_counts);

    /// <summary>Counts the respondents who have an answer and a matching value.</summary>
    public static MatchedItem Of(string name, double[] answers, bool[] focal, double[] matching)
    {
        int[] rows = [.. Enumerable.Range(0, answers.Length).Where(
            row => !double.IsNaN(answers[row]) && !double.IsNaN(matching[row]))];
        double[] values = [.. rows.Select(row => answers[row]).Distinct().Order()];
        Require.That(values.Length <= MostAnswers, "responses", FormattableString.Invariant(
            $"must have at most {MostAnswers} different answers per item; {name} had {values.Length}"));
        double[] scores = [.. rows.Select(row => matching[row]).Distinct().Order()];
        MatchedItem item = new(name, values, scores);
        foreach (int row in rows)
        {
            int stratum = Array.BinarySearch(scores, matching[row]);
            int answer = Array.BinarySearch(values, answers[row]);
            item._counts[item.Place(stratum, focal[row], answer)]++;
        }

        return item;
    }

    /// <summary>Gives how often each answer came.</summary>
    public ReadOnlySpan<double> Counts(int stratum, bool focal) => _counts.AsSpan(Place(stratum, focal, 0), Values.Length);

    /// <summary>Joins neighbouring matching values to strata of about equal size.</summary>
    public MatchedItem Joined(int groups)
    {
        if (groups == 0)
        {
            return this;
        }

        double all = Respondents;
        int[] targets = new int[Scores.Length];
        double before = 0;
        for (int stratum = 0; stratum < Scores.Length; stratum++)
        {
            double own = Sums.Sum(Counts(stratum, false)) + Sums.Sum(Counts(stratum, true));
            targets[stratum] = (int)(groups * (before + (own / 2)) / all); // by the middle rank of the value
            before += own;
        }

        int[] kept = [.. targets.Distinct()];
        MatchedItem joined = new(Name, Values, [.. kept.Select(target => Scores[Array.IndexOf(targets, target)])]);
        int width = 2 * Values.Length;
        for (int place = 0; place < _counts.Length; place++)
        {
            int stratum = Array.BinarySearch(kept, targets[place / width]);
            joined._counts[(stratum * width) + (place % width)] += _counts[place];
        }

        return joined;
    }

    private int Place(int stratum, bool focal, int answer) => (((stratum * 2) + (focal ? 1 : 0)) * Values.Length) + answer;
}
