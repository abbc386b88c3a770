using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;

namespace Karkhana.Core.Policies;

/// <summary>One side of a comparison: a fact, a number, or a statistic of the fact on the other side.</summary>
/// <param name="Fact">The name of the fact, or null.</param>
/// <param name="Number">The number, or null.</param>
/// <param name="Quantile">The probability of the quantile; NaN with neither fact nor number: the mean.</param>
internal sealed record ConditionOperand(string? Fact, double? Number, double Quantile)
{
    private const string Median = "median";
    private const string Mean = "mean";

    public bool IsStatistic => Fact is null && Number is null;

    public static ConditionOperand Of(double number) => new(null, number, double.NaN);

    /// <summary>Reads a word; null when it is neither a fact nor a statistic.</summary>
    public static ConditionOperand? Of(string word) => word switch
    {
        Median => new ConditionOperand(null, null, 0.5),
        Mean => new ConditionOperand(null, null, double.NaN),
        ['p', >= '1' and <= '8', >= '0' and <= '9'] or "p90" =>
            new ConditionOperand(null, null, (((word[1] - '0') * 10) + (word[2] - '0')) / 100.0),
        _ => FirmFacts.All.Contains(word) ? new ConditionOperand(word, null, double.NaN) : null,
    };

    /// <summary>Gives one number per firm.</summary>
    public double[] Values(Func<string, double[]> facts, string otherFact)
    {
        if (Fact is not null)
        {
            return facts(Fact);
        }

        double[] other = facts(otherFact);
        double[] values = new double[other.Length];
        Array.Fill(values, Number ?? Statistic(other));
        return values;
    }

    // In the order of size, so that the sum has the same bits in whatever order the firms come.
    private double Statistic(double[] fact)
    {
        double[] known = [.. fact.Where(value => !double.IsNaN(value)).Order()];
        return double.IsNaN(Quantile) ? Sums.Mean(known) : Quantiles.Type7(known, Quantile);
    }
}
