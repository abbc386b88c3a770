using Karkhana.Core.Errors;
using Karkhana.Core.Randomness;

namespace Karkhana.Simulation;

/// <summary>The cluster closes: links that lead outside are lost, and firms turn to those near and like them.</summary>
public sealed record ClosureOfTies : ScenarioEvent
{
    /// <summary>Gets the quarter.</summary>
    /// <value>Zero or greater; 0 unless set.</value>
    public int Start { get; init => field = Require.Between(value, 0, 100_000); }

    /// <summary>Gets the share of links outside that are lost, each with this probability.</summary>
    /// <value>From 0 to 1; 0.5 unless set.</value>
    public double OutsideLost { get; init => field = Require.Between(value, 0, 1); } = 0.5;

    /// <summary>Gets by what the drag of distance and of another stage on the choice of partners is multiplied.</summary>
    /// <value>Zero or greater; 2 unless set.</value>
    public double Homophily { get; init => field = Require.Between(value, 0, 1000); } = 2;

    /// <inheritdoc/>
    internal override void Apply(ClusterRun run)
    {
        if (run.Quarter != Start)
        {
            return;
        }

        ClusterParameters parameters = run.Parameters;
        run.Parameters = parameters with
        {
            PartnerDistanceWeight = Math.Min(20, Homophily * parameters.PartnerDistanceWeight),
            PartnerStageWeight = Math.Min(20, Homophily * parameters.PartnerStageWeight),
        };
        int[] seen = new int[run.Firms.Count];
        for (int tie = 0; tie < run.Ties.Count; tie++)
        {
            int slot = run.Ties.From[tie];
            if (run.Ties.To[tie] == slot
                && run.Draw.Uniform(RandomPurpose.ScenarioEvent, run.Step, run.Firms.Agent[slot], seen[slot]++ % 256) < OutsideLost)
            {
                run.Ties.Remove(tie);
            }
        }
    }
}
