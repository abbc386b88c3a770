using Karkhana.Core.Execution;

namespace Karkhana.Methods.Econometrics;

/// <summary>Takes fixed effects out of several columns, each by one worker.</summary>
/// <remarks>A column is computed in one piece and in place, so that the bits do not depend on who does it.</remarks>
internal sealed class ProjectionJob(
    FixedEffectProjection projection, double[][] columns, FixedEffectSolution[] solutions) : IReplicateJob<ReplicateSums>
{
    public string Stage => "taking out fixed effects";

    public int Replicates => columns.Length;

    public int BlockSize => 1;

    public static FixedEffectSolution[] Run(
        FixedEffectProjection projection, double[][] columns, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        FixedEffectSolution[] solutions = new FixedEffectSolution[columns.Length];
        ReplicateEngine.Local.Execute(new ProjectionJob(projection, columns, solutions), execution, cancellationToken);
        return solutions;
    }

    public ReplicateSums Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        for (int column = range.First; column < range.End; column++)
        {
            solutions[column] = projection.TakeOut(columns[column]);
        }

        return new ReplicateSums([range.Count]);
    }
}
