using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What each pattern's expected score adds to the gradient and to the information, a block of patterns at a
/// time.</summary>
/// <remarks>With s the complete score of a respondent at a node and u its posterior mean: Σ w u, Σ v u u', and for the
/// population parameters t the blocks Σ w E[s t'], Σ w E[t t'] and the second derivatives of ln w. Cost: answers × nodes
/// and patterns × parameters².</remarks>
internal sealed class ScoreJob : IReplicateJob<ReplicateSums>
{
    private readonly MarginalPoint _point;
    private readonly AnswerPatterns _patterns;
    private readonly ParameterLayout _layout;
    private readonly NodeGrid _grid;
    private readonly CurveScores _scores;
    private readonly double[] _factors;

    /// <summary>Initialises the job.</summary>
    /// <param name="problem">The data and the layout.</param>
    /// <param name="point">Where the likelihood was evaluated last.</param>
    /// <param name="scores">The curves' derivatives there.</param>
    /// <param name="factors">v: what u u' of each pattern is multiplied with.</param>
    public ScoreJob(MarginalProblem problem, MarginalPoint point, CurveScores scores, double[] factors)
    {
        _point = point;
        _patterns = problem.Patterns;
        _layout = problem.Layout;
        _grid = problem.Grid;
        _scores = scores;
        _factors = factors;
        Posterior = problem.Posterior;
        Count = _layout.Count;
        Terms = _layout.Population.Count;
    }

    public string Stage => "adding up scores";

    public int Replicates => _patterns.Count;

    // The merging of squares of parameters must not outweigh the patterns.
    public int BlockSize => Math.Max(Math.Max(64, Count), (_patterns.Count + 31) / 32);

    /// <summary>Gets where Σ v u u' begins; the gradient comes first.</summary>
    public int SquaresAt => Count;

    /// <summary>Gets where Σ w E[s t'] begins, items by population.</summary>
    public int MixedAt => Count + (Count * Count);

    /// <summary>Gets where Σ w E[t t'] begins.</summary>
    public int PopulationAt => MixedAt + (Count * Terms);

    /// <summary>Gets where the second derivatives of Σ w ln w_q begin.</summary>
    public int CurvatureAt => PopulationAt + (Terms * Terms);

    private PosteriorStore Posterior { get; }

    private int Count { get; }

    private int Terms { get; }

    public ReplicateSums Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        double[] sums = new double[CurvatureAt + (Terms * Terms)];
        double[] four = new double[4 * Count];
        PopulationScore population = new(_layout, _grid, _point.Parameters);
        int kept = 0;
        for (int pattern = range.First; pattern < range.End; pattern++)
        {
            Span<double> score = four.AsSpan(kept * Count, Count);
            score.Clear();
            AddItems(pattern, score);
            if (Terms > 0)
            {
                population.Enter(_patterns.PopulationCells[pattern]);
                AddPopulation(pattern, population, score, sums);
            }

            AddGradientAndScale(sums, score, pattern);
            if (++kept == 4)
            {
                NodeVectors.AddOuterProducts(sums.AsSpan(SquaresAt, Count * Count), four);
                kept = 0;
            }
        }

        four.AsSpan(kept * Count).Clear();
        NodeVectors.AddOuterProducts(sums.AsSpan(SquaresAt, Count * Count), four);
        return new ReplicateSums(sums);
    }

    // The gradient first; then the score is scaled so that its square carries the factor.
    private void AddGradientAndScale(double[] sums, Span<double> score, int pattern)
    {
        double weight = _patterns.Weights[pattern];
        double root = Math.Sqrt(_factors[pattern]);
        for (int k = 0; k < score.Length; k++)
        {
            sums[k] += weight * score[k];
            score[k] *= root;
        }
    }

    private void AddItems(int pattern, Span<double> score)
    {
        ReadOnlySpan<double> window = Posterior.Window(pattern);
        int first = Posterior.First[pattern];
        foreach (int cell in _patterns.CellsOf(pattern))
        {
            for (int row = _scores.Starts[cell]; row < _scores.Starts[cell + 1]; row++)
            {
                score[_scores.Indices[row]] += Sums.Dot(window, _scores.Row(row).Slice(first, window.Length));
            }
        }
    }

    private void AddPopulation(int pattern, PopulationScore population, Span<double> score, double[] sums)
    {
        ReadOnlySpan<double> window = Posterior.Window(pattern);
        int first = Posterior.First[pattern];
        double weight = _patterns.Weights[pattern];
        population.Weigh(window, first);
        population.AddScore(score);
        population.AddProducts(weight, sums.AsSpan(PopulationAt, Terms * Terms), sums.AsSpan(CurvatureAt, Terms * Terms));
        foreach (int cell in _patterns.CellsOf(pattern))
        {
            for (int row = _scores.Starts[cell]; row < _scores.Starts[cell + 1]; row++)
            {
                ReadOnlySpan<double> values = _scores.Row(row).Slice(first, window.Length);
                population.AddMixed(values, weight, sums.AsSpan(MixedAt + (_scores.Indices[row] * Terms), Terms));
            }
        }
    }
}
