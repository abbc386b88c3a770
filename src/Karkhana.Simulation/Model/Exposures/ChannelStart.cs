namespace Karkhana.Simulation;

/// <summary>What the six channels start from: by firm the exposures and the indices Σ m a / Σ |m| over advantages (framework 5.5), and the weights m / Σ |m|.</summary>
/// <remarks>The incentive index leaves out rivalry (EE11), whose term is the inverted U b1 r − b2 r².</remarks>
internal sealed class ChannelStart
{
    /// <summary>The number of channels: N, C, R, I, P, S.</summary>
    public const int Channels = 6;

    /// <summary>The positions of the channels.</summary>
    public const int Static = 0, Cost = 1, Resources = 2, Incentive = 3, Effectiveness = 4, Spillover = 5;

    private readonly double[] _weights;
    private readonly double[] _start;

    private ChannelStart(double[] weights, double[] start, double[] exposures)
    {
        _weights = weights;
        _start = start;
        Exposures = exposures;
    }

    /// <summary>Gets the exposures at the start: position slot × advantages + advantage.</summary>
    public double[] Exposures { get; }

    /// <summary>Computes them.</summary>
    /// <param name="population">The population.</param>
    /// <param name="order">The row of each slot.</param>
    /// <param name="rivalry">The position of EE11, or −1.</param>
    /// <returns>The indices.</returns>
    public static ChannelStart Of(ClusterPopulation population, int[] order, int rivalry)
    {
        int advantages = population.Advantages.Count;
        double[] weights = Weights(population.Advantages, rivalry);
        double[] exposures = new double[order.Length * advantages];
        double[] start = new double[order.Length * Channels];
        for (int slot = 0; slot < order.Length; slot++)
        {
            IReadOnlyList<double> given = population.Firms[order[slot]].Exposures;
            for (int advantage = 0; advantage < advantages; advantage++)
            {
                exposures[(slot * advantages) + advantage] = given[advantage];
                for (int channel = 0; channel < Channels; channel++)
                {
                    start[(slot * Channels) + channel] += weights[(advantage * Channels) + channel] * given[advantage];
                }
            }
        }

        return new ChannelStart(weights, start, exposures);
    }

    /// <summary>Gives the indices of a firm at the start.</summary>
    /// <param name="slot">The slot.</param>
    /// <returns>One per channel.</returns>
    public ReadOnlySpan<double> Start(int slot) => _start.AsSpan(slot * Channels, Channels);

    /// <summary>Gives m / Σ |m| of an advantage.</summary>
    /// <param name="advantage">The advantage.</param>
    /// <returns>One per channel.</returns>
    public ReadOnlySpan<double> Weight(int advantage) => _weights.AsSpan(advantage * Channels, Channels);

    private static double[] Weights(IReadOnlyList<AdvantageStrength> advantages, int rivalry)
    {
        double[] weights = new double[advantages.Count * Channels];
        double[] total = new double[Channels];
        for (int advantage = 0; advantage < advantages.Count; advantage++)
        {
            AdvantageStrength row = advantages[advantage];
            ReadOnlySpan<double> strengths =
            [
                row.StaticCost, row.Cost, row.Resources, advantage == rivalry ? 0 : row.Incentive, row.Effectiveness, row.Spillover,
            ];
            for (int channel = 0; channel < Channels; channel++)
            {
                weights[(advantage * Channels) + channel] = strengths[channel];
                total[channel] += Math.Abs(strengths[channel]);
            }
        }

        for (int position = 0; position < weights.Length; position++)
        {
            double sum = total[position % Channels];
            weights[position] = sum == 0 ? 0 : weights[position] / sum;
        }

        return weights;
    }
}
