using Karkhana.Core.Execution;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>Estimates one equation on each draw of the true scores.</summary>
/// <remarks>A row holds, per term that the equation may have, whether it was estimated, estimate, error and degrees of freedom; then the covariance,
/// R squared, the residuals and, with few places, the p-values of the tested terms by the wild cluster bootstrap. A draw is addressed by its number, so the workers change nothing.</remarks>
internal sealed class EquationJob : IReplicateJob<ReplicateRows>
{
    private const string Constant = "intercept";
    private const int PerTerm = 4;

    private readonly LearningEquation _equation;
    private readonly TrueScores _scores;
    private readonly EquationErrors _errors;
    private readonly string[] _terms;
    private readonly int _rows;
    private readonly EquationOptions _options;

    private EquationJob(LearningEquation equation, TrueScores scores, EquationErrors errors, int rows, EquationOptions options)
    {
        (_equation, _scores, _errors, _rows, _options) = (equation, scores, errors, rows, options);
        _terms = [Constant, .. equation.Terms];
    }

    public string Stage => "draws of the true scores";

    public int Replicates => _options.Draws;

    public int BlockSize => 2;

    private int Width => (PerTerm * _terms.Length) + (_terms.Length * _terms.Length) + 1 + _rows + Tested;

    private int Tested => _errors.TestsPlaces(_equation) ? _equation.Tested.Count : 0;

    /// <summary>Gives the equation on each draw, in their order.</summary>
    public static EquationRun[] Run(
        LearningEquation equation, TrueScores scores, EquationErrors errors, int rows, EquationOptions options, ExecutionOptions? execution,
        CancellationToken cancellationToken)
    {
        EquationJob job = new(equation, scores, errors, rows, options);

        // One of hundreds of equations is no stage that anybody wants to see.
        ReplicateRows all = ReplicateEngine.Local.Execute(job, execution is null ? null : execution with { Progress = null }, cancellationToken);
        return [.. Enumerable.Range(0, options.Draws).Select(draw => job.Read(all.Row(draw)))];
    }

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] values = new double[range.Count * Width];
        for (int i = 0; i < range.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Write(_errors.Run(_equation, _scores.Draw(range.First + i)), values.AsSpan(i * Width, Width));
        }

        return new ReplicateRows(Width, values);
    }

    private void Write(EquationRun run, Span<double> row)
    {
        int kept = run.Coefficients.Terms.Count;
        for (int term = 0; term < kept; term++)
        {
            int cell = PerTerm * Array.IndexOf(_terms, run.Coefficients.Terms[term]);
            (row[cell], row[cell + 1]) = (1, run.Coefficients.Estimates[term]);
            (row[cell + 2], row[cell + 3]) = (run.Coefficients.StandardErrors[term], run.Coefficients.DegreesOfFreedom[term]);
        }

        Span<double> rest = row[(PerTerm * _terms.Length)..];
        run.Covariance.ToArray().CopyTo(rest);
        rest[_terms.Length * _terms.Length] = run.RSquared;
        run.Residuals.ToArray().CopyTo(rest[((_terms.Length * _terms.Length) + 1)..]);
        run.WildPValues.ToArray().CopyTo(row[^run.WildPValues.Count..]);
    }

    private EquationRun Read(ReadOnlySpan<double> row)
    {
        double[] terms = row[..(PerTerm * _terms.Length)].ToArray();
        int[] kept = [.. Enumerable.Range(0, _terms.Length).Where(term => terms[PerTerm * term] == 1)];
        double[] Part(int part) => [.. kept.Select(term => terms[(PerTerm * term) + part])];
        ReadOnlySpan<double> rest = row[terms.Length..];
        int cells = _terms.Length * _terms.Length;
        return new EquationRun(
            new CoefficientTable([.. kept.Select(term => _terms[term])], Part(1), Part(2), Part(3), _options.Level),
            rest[..(kept.Length * kept.Length)].ToArray(), rest[cells], rest.Slice(cells + 1, _rows).ToArray())
        {
            WildPValues = row[^Tested..].ToArray(),
        };
    }
}
