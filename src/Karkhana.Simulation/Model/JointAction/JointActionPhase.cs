using Karkhana.Core.Randomness;

namespace Karkhana.Simulation;

/// <summary>Phase 4: offers of joint action, who accepts, what comes of it (framework 5.6).</summary>
/// <remarks>
/// A firm proposes with the probability of <see cref="ClusterParameters.GroupProposals"/>; it asks partners by trust and then the
/// nearest others, at most once each in a quarter. One who is asked listens with the probability of its mean trust in those
/// asked (moved by policies) and accepts if the expected benefit (1 − p) B n^φ / n and the social return, trust × cost, are
/// worth the cost. With two or more who contribute, success brings each of those asked B m^φ / n, those who did not contribute
/// included, and contributors share 1 − 1/m of their least effort for some quarters.
/// </remarks>
internal sealed class JointActionPhase : ITickPhase
{
    /// <inheritdoc/>
    public void Apply(ClusterRun run)
    {
        ClusterParameters parameters = run.Parameters;
        FirmColumns firms = run.Firms;
        double chance = parameters.GroupProposals / 100;
        if (chance == 0)
        {
            return;
        }

        GroupDraft? draft = null;
        for (int slot = 0; slot < firms.Count; slot++)
        {
            if (firms.Alive[slot] && run.Draw.Uniform(RandomPurpose.JointActionProposal, run.Step, firms.Agent[slot]) < chance)
            {
                draft ??= new GroupDraft(run);
                if (draft.Ask(slot) > 1)
                {
                    Act(run, draft);
                }
            }
        }
    }

    private static void Act(ClusterRun run, GroupDraft draft)
    {
        ClusterParameters parameters = run.Parameters;
        FirmColumns firms = run.Firms;
        int asked = draft.Asked.Count;
        List<int> contributors = [draft.Asked[0]];
        foreach (int member in draft.Asked.Skip(1))
        {
            if (Accepts(run, member, draft.TrustOf(member), asked))
            {
                contributors.Add(member);
            }
        }

        run.Totals.Asked += asked;
        if (contributors.Count < 2)
        {
            return;
        }

        run.Totals.Contributors += contributors.Count;
        run.Groups.Add([.. contributors]);
        bool succeeds = run.Draw.Uniform(RandomPurpose.JointActionOutcome, run.Step, firms.Agent[contributors[0]])
            >= parameters.GroupFailure;
        foreach (int member in contributors)
        {
            firms.GroupContribution[member] += parameters.GroupCost;
        }

        draft.MoveTrust(contributors, succeeds);
        if (!succeeds)
        {
            run.Totals.GroupsFailed++;
            return;
        }

        run.Totals.GroupsSucceeded++;
        Reward(run, draft.Asked, contributors);
    }

    private static bool Accepts(ClusterRun run, int member, double trust, int asked)
    {
        ClusterParameters parameters = run.Parameters;
        double listens = Math.Clamp(trust + run.Mechanisms.JoinShift[member], 0, 1);
        double expected = (1 - parameters.GroupFailure) * parameters.GroupBenefit * Math.Pow(asked, parameters.GroupExponent - 1);
        return expected + (Math.Clamp(trust, 0, 1) * parameters.GroupCost) >= parameters.GroupCost
            && run.Firms.Cash[member] >= parameters.GroupCost
            && run.Draw.Uniform(RandomPurpose.JointActionProposal, run.Step, run.Firms.Agent[member], 1) < listens;
    }

    private static void Reward(ClusterRun run, List<int> asked, List<int> contributors)
    {
        ClusterParameters parameters = run.Parameters;
        FirmColumns firms = run.Firms;
        double benefit = parameters.GroupBenefit * Math.Pow(contributors.Count, parameters.GroupExponent) / asked.Count;
        foreach (int member in asked)
        {
            firms.GroupBenefit[member] += benefit;
        }

        foreach (int member in contributors)
        {
            firms.GroupPooling[member] = 1 - (1.0 / contributors.Count);
            firms.GroupEnd[member] = run.Step + 1 + parameters.GroupDuration;
        }
    }
}
