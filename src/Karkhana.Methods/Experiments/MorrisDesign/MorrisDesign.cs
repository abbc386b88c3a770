using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Experiments;

/// <summary>Random trajectories along which one input moves at a time.</summary>
public static class MorrisDesign
{
    internal const string Source = "Morris 1991, doi:10.1080/00401706.1991.10484804";

    /// <summary>Draws trajectories.</summary>
    /// <remarks>
    /// Each input has p levels 0, 1/(p − 1), …, 1 of its range, p even. A trajectory starts on random levels and moves each input once, in random
    /// order, by Δ = p/(2(p − 1)): up from the lower half of the levels, down from the upper half, so that every level starts and ends alike often.
    /// Trajectory t is drawn from the address t and does not depend on how many others there are. Assumes inputs without restrictions on one
    /// another. Cost: cells, trajectories·(inputs + 1)·inputs. Source: Morris 1991, doi:10.1080/00401706.1991.10484804, section 3 and appendix.
    /// </remarks>
    /// <param name="options">Bounds, trajectories, levels, seed.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between trajectories.</param>
    /// <returns>The runs; what the model gives for them goes into <see cref="ElementaryEffect"/>.</returns>
    /// <exception cref="ArgumentException">The cells would be more than 100,000,000.</exception>
    public static MorrisDesignResult Estimate(
        MorrisDesignOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        int inputs = options.Bounds.Count;
        double[] cells = ExperimentalDesign.Cells((long)options.Trajectories * (inputs + 1), inputs);
        for (int trajectory = 0; trajectory < options.Trajectories; trajectory++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            RandomStream stream = new(options.Seed, RandomPurpose.ScreeningTrajectory, trajectory);
            Fill(cells.AsSpan(trajectory * (inputs + 1) * inputs, (inputs + 1) * inputs), inputs, options.Levels, stream);
        }

        return new MorrisDesignResult
        {
            Design = new ExperimentalDesign(options.Trajectories * (inputs + 1), inputs, cells).Scaled(options.Bounds),
            Notes = [],
            Provenance = new Provenance(
                "experiments.morris-design",
                FormattableString.Invariant($"bounds = {InputBounds.Text(options.Bounds)}, trajectories = {options.Trajectories}, levels = {options.Levels}"),
                Source,
                options.Seed),
        };
    }

    private static void Fill(Span<double> rows, int inputs, int levels, RandomStream stream)
    {
        int[] level = [.. Enumerable.Range(0, inputs).Select(_ => stream.NextInt(levels))];
        int[] order = [.. Enumerable.Range(0, inputs)];
        stream.Shuffle(order.AsSpan());
        for (int row = 0; row <= inputs; row++)
        {
            if (row > 0)
            {
                int moved = order[row - 1];
                level[moved] += level[moved] < levels / 2 ? levels / 2 : -levels / 2;
            }

            for (int input = 0; input < inputs; input++)
            {
                rows[(row * inputs) + input] = level[input] / (levels - 1.0);
            }
        }
    }
}
