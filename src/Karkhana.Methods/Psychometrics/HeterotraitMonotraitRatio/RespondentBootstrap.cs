using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Draws the respondents with replacement and computes the same row of numbers each time.</summary>
internal sealed class RespondentBootstrap(
    ItemResponses responses, int replicates, ulong seed, int width, Func<ItemResponses, double[]> statistic)
    : IReplicateJob<ReplicateRows>
{
    private readonly BootstrapCounts _bootstrap = new([.. Enumerable.Repeat(1, responses.Respondents)]);

    public string Stage => "bootstrap over respondents";

    public int Replicates => replicates;

    public int BlockSize => 4;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] values = new double[range.Count * width];
        int[] counts = new int[responses.Respondents];
        for (int s = 0; s < range.Count; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _bootstrap.Draw(new RandomStream(seed, RandomPurpose.Bootstrap, range.First + s), counts);
            int[] rows = [.. counts.SelectMany((count, row) => Enumerable.Repeat(row, count))];
            ItemResponses drawn = responses with { Answers = [.. responses.Answers.Select(answers => rows.Select(row => answers[row]).ToArray())] };
            statistic(drawn).CopyTo(values, s * width);
        }

        return new ReplicateRows(width, values);
    }
}
