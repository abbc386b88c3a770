using System.Numerics;
using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>What each locus adds to fitness, by its own bit and those of the K loci after it.</summary>
/// <param name="Values">One row per locus, with 2^(K + 1) contributions by state; the locus's own bit is the most significant of the state.</param>
public sealed record FitnessContributions(IReadOnlyList<IReadOnlyList<double>> Values)
{
    /// <summary>The most loci: all genotypes of more would be more than a million.</summary>
    public const int MostLoci = 20;

    /// <summary>Gets N.</summary>
    public int Loci => Values.Count;

    /// <summary>Gets K: how many other loci each depends on.</summary>
    public int Interactions => BitOperations.Log2((uint)Values[0].Count) - 1;

    /// <summary>Reads the input <c>contributions</c> (locus from 1, state from 0, value) of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The contributions.</returns>
    public static FitnessContributions Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable table = request.Table("contributions");
        (double[] locus, double[] state, double[] value) =
            (table.CompleteNumbers("locus"), table.CompleteNumbers("state"), table.CompleteNumbers("value"));
        Require.That(locus.Length > 0, "contributions", "must have at least one row; it had none");
        int loci = Whole(locus, 1, MostLoci, "locus");
        int states = Whole(state, 0, (1 << MostLoci) - 1, "state") + 1;
        Require.That(value.Length >= loci * states, "contributions", FormattableString.Invariant(
            $"must have one row per locus and state; {loci} loci with {states} states need {loci * states} rows, there were {value.Length}"));
        double[][] values = [.. Enumerable.Range(0, loci).Select(_ => Enumerable.Repeat(double.NaN, states).ToArray())];
        for (int row = 0; row < value.Length; row++)
        {
            (int l, int s) = ((int)locus[row], (int)state[row]);
            if (!double.IsNaN(values[l - 1][s]))
            {
                Require.That(false, "contributions", FormattableString.Invariant(
                    $"must have one row per locus and state; locus {l} came twice with state {s}"));
            }

            values[l - 1][s] = value[row];
        }

        return new FitnessContributions(values);
    }

    /// <summary>Refuses tables with gaps, a number of states that is no power of two, and more interactions than other
    /// loci.</summary>
    internal void Check()
    {
        Require.Between(Loci, 1, MostLoci, "locus");
        int states = Values[0].Count;
        Require.That(states >= 2 && BitOperations.IsPow2(states) && Interactions < Loci, "state", FormattableString.Invariant(
            $"must run from 0 to 2^(K + 1) − 1 with K from 0 to {Loci - 1} for {Loci} loci; there were {states} states"));
        for (int locus = 0; locus < Loci; locus++)
        {
            Require.SameLength(states, Values[locus].Count, FormattableString.Invariant($"locus {locus + 1}"));
            for (int state = 0; state < states; state++)
            {
                if (!double.IsFinite(Values[locus][state]))
                {
                    Require.That(false, "contributions", FormattableString.Invariant(
                        $"must have a finite value for every locus and state; locus {locus + 1} had none for state {state}"));
                }
            }
        }
    }

    private static int Whole(double[] numbers, int least, int most, string name)
    {
        foreach (double number in numbers)
        {
            if (!(number >= least && number <= most && number == Math.Floor(number)))
            {
                Require.That(false, name, FormattableString.Invariant($"must be a whole number from {least} to {most}; it was {number}"));
            }
        }

        return (int)numbers.Max();
    }
}
