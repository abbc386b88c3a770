using Karkhana.Core.Randomness;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Benchmarks.Psychometrics;

/// <summary>Answers of respondents who do not exist, drawn from an item response model.</summary>
public static class SimulatedAnswers
{
    /// <summary>Draws one answer per respondent and item; categories count from 0.</summary>
    /// <param name="model">The item model: graded, partial credit, or one of their special cases.</param>
    /// <param name="items">The item parameters.</param>
    /// <param name="theta">The latent values.</param>
    /// <param name="stream">Where the draws come from.</param>
    /// <returns>The answers.</returns>
    public static ItemResponses Draw(ItemModel model, ItemParameters items, double[] theta, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(theta);
        ArgumentNullException.ThrowIfNull(stream);
        double[][] answers = new double[items.Count][];
        for (int item = 0; item < items.Count; item++)
        {
            answers[item] = new double[theta.Length];
            double[] probability = new double[items.Thresholds[item].Length + 1];
            for (int row = 0; row < theta.Length; row++)
            {
                ResponseCurves.Probabilities(model, items, item, theta[row], probability);
                answers[item][row] = Category(probability, stream.NextDouble());
            }
        }

        return new ItemResponses(items.Items, answers);
    }

    /// <summary>Draws latent values from the standard normal distribution.</summary>
    /// <param name="count">How many.</param>
    /// <param name="stream">Where the draws come from.</param>
    /// <returns>The values.</returns>
    public static double[] Latent(int count, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return [.. Enumerable.Range(0, count).Select(_ => stream.NextGaussian())];
    }

    /// <summary>Makes items whose slopes run from 0.8 to 2 and whose thresholds lie 1.1 apart around centres from −0.6 to
    /// 0.6.</summary>
    /// <param name="items">How many.</param>
    /// <param name="steps">The number of thresholds of each.</param>
    /// <param name="unitSlopes">Whether every slope is 1.</param>
    /// <returns>The parameters.</returns>
    public static ItemParameters Items(int items, int steps, bool unitSlopes = false) => new(
        [.. Enumerable.Range(1, items).Select(item => FormattableString.Invariant($"q{item}"))],
        [.. Enumerable.Range(0, items).Select(item => unitSlopes ? 1 : 0.8 + (1.2 * (item * 5 % items) / items))],
        [.. Enumerable.Range(0, items).Select(item => Enumerable.Range(0, steps)
            .Select(step => (1.1 * (step - ((steps - 1) / 2.0))) - 0.6 + (1.2 * item / items)).ToArray())],
        new double[items]);

    private static int Category(double[] probability, double draw)
    {
        double sum = 0;
        for (int c = 0; c < probability.Length - 1; c++)
        {
            sum += probability[c];
            if (draw < sum)
            {
                return c;
            }
        }

        return probability.Length - 1;
    }
}
