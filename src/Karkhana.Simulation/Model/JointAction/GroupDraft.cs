namespace Karkhana.Simulation;

/// <summary>Those whom a firm asks to act together, with the trust between them.</summary>
/// <param name="run">The run.</param>
internal sealed class GroupDraft(ClusterRun run)
{
    private readonly bool[] _busy = new bool[run.Firms.Count];
    private readonly List<(int Slot, double Rank)> _candidates = [];

    /// <summary>Gets the proposer and those it asks.</summary>
    public List<int> Asked { get; } = [];

    /// <summary>Chooses whom to ask: partners by trust, then the nearest others.</summary>
    /// <param name="proposer">The firm that proposes.</param>
    /// <returns>How many will be together, the proposer included; 0 if it was asked already.</returns>
    public int Ask(int proposer)
    {
        Asked.Clear();
        if (_busy[proposer])
        {
            return 0;
        }

        Take(proposer);
        TieColumns ties = run.Ties;
        _candidates.Clear();
        (int first, int end) = EntriesOf(proposer);
        for (int entry = first; entry < end; entry++)
        {
            _candidates.Add((ties.Partner[entry], ties.Trust[ties.Tie[entry]]));
        }

        TakeBest();
        if (Asked.Count < run.Parameters.GroupSize && proposer < run.Neighbours.Count)
        {
            TakeNearest(run.Neighbours, proposer, run.Parameters.GroupSize - Asked.Count);
        }

        return Asked.Count;
    }

    /// <summary>Gives a member's mean trust on its ties to the others who were asked; 0 without a tie.</summary>
    /// <param name="member">The member.</param>
    /// <returns>The mean, moved by policies on both ends.</returns>
    public double TrustOf(int member)
    {
        TieColumns ties = run.Ties;
        double[] shift = run.Mechanisms.TrustShift;
        (double sum, int count) = (0, 0);
        (int first, int end) = EntriesOf(member);
        for (int entry = first; entry < end; entry++)
        {
            int partner = ties.Partner[entry];
            if (Asked.Contains(partner))
            {
                sum += TieStrength.Felt(ties.Trust[ties.Tie[entry]], shift[member], shift[partner]);
                count++;
            }
        }

        return count == 0 ? 0 : sum / count;
    }

    /// <summary>Moves trust on all ties between members; after success they count as used, and a failure is no use of a tie.</summary>
    /// <param name="members">Those who contributed.</param>
    /// <param name="succeeded">What came of it.</param>
    public void MoveTrust(List<int> members, bool succeeded)
    {
        TieColumns ties = run.Ties;
        double change = succeeded ? run.Parameters.TrustAfterSuccess : -run.Parameters.TrustAfterFailure;
        foreach (int member in members)
        {
            (int first, int end) = EntriesOf(member);
            for (int entry = first; entry < end; entry++)
            {
                int tie = ties.Tie[entry];
                if (ties.From[tie] == member && members.Contains(ties.Partner[entry])) // once, from the end that named it
                {
                    ties.TrustNext[tie] = Math.Clamp(ties.TrustNext[tie] + change, 0, 1);
                    if (succeeded)
                    {
                        ties.LastUsed[tie] = run.Step;
                    }
                }
            }
        }
    }

    private (int First, int End) EntriesOf(int slot) =>
        slot < run.Ties.Outside.Length ? (run.Ties.First[slot], run.Ties.First[slot + 1]) : (0, 0);

    // Neighbours come in the order of slots, each once: of two that are as near the one that is kept came first.
    private void TakeNearest(NeighbourRows near, int proposer, int wanted)
    {
        ReadOnlySpan<int> places = near.Places(proposer);
        ReadOnlySpan<double> weights = near.Weights(proposer);
        _candidates.Clear();
        double least = double.NegativeInfinity;
        for (int entry = 0; entry < places.Length; entry++)
        {
            if (weights[entry] <= least)
            {
                continue;
            }

            int slot = near.Order[places[entry]];
            if (_busy[slot] || !run.Firms.Alive[slot])
            {
                continue;
            }

            int position = _candidates.Count;
            while (position > 0 && _candidates[position - 1].Rank < weights[entry])
            {
                position--;
            }

            _candidates.Insert(position, (slot, weights[entry]));
            if (_candidates.Count > wanted)
            {
                _candidates.RemoveAt(wanted);
            }

            least = _candidates.Count == wanted ? _candidates[^1].Rank : least;
        }

        foreach ((int slot, double _) in _candidates)
        {
            Take(slot);
        }
    }

    // The few that are wanted are picked one by one: a partner may stand among them with several ties.
    private void TakeBest()
    {
        while (Asked.Count < run.Parameters.GroupSize)
        {
            (int best, double rank) = (-1, double.NegativeInfinity);
            foreach ((int slot, double candidate) in _candidates)
            {
                bool better = candidate > rank || (candidate == rank && slot < best);
                if (better && !_busy[slot] && run.Firms.Alive[slot])
                {
                    (best, rank) = (slot, candidate);
                }
            }

            if (best < 0)
            {
                return;
            }

            Take(best);
        }
    }

    private void Take(int slot)
    {
        _busy[slot] = true;
        Asked.Add(slot);
    }
}
