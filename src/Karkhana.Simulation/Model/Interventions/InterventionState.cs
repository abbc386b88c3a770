using Karkhana.Core.Policies;
using Karkhana.Core.Randomness;

namespace Karkhana.Simulation;

/// <summary>A policy in a run: who has joined since when, and what it has cost.</summary>
/// <param name="policy">The policy.</param>
internal sealed class InterventionState(Intervention policy)
{
    private List<int[]> _units = [];
    private int[] _joined = [];
    private int _served;
    private int _delivering;
    private int _lastJoin = int.MinValue;
    private PolicyLedger _ledger;

    /// <summary>Gets the policy.</summary>
    public Intervention Policy => policy;

    /// <summary>Gets what it has cost.</summary>
    public PolicyLedger Ledger => _ledger;

    /// <summary>Gets whether a firm has received the policy.</summary>
    /// <param name="slot">The firm.</param>
    /// <returns>True from the quarter in which delivery to it began.</returns>
    public bool Treated(int slot) => slot < _joined.Length && _joined[slot] >= 0;

    /// <summary>Moves the policy to the quarter of a run: enrols, delivers, pays.</summary>
    /// <param name="run">The run.</param>
    /// <returns>Whether the doses of any firm differ from those of the quarter before.</returns>
    public bool Advance(ClusterRun run)
    {
        int quarter = run.Quarter;
        if (quarter < policy.Start)
        {
            return false;
        }

        if (quarter == policy.Start)
        {
            Enrol(run);
        }

        if (quarter < policy.End)
        {
            Deliver(run);
            _ledger.Cost += policy.Cost.PerPeriod + (policy.Cost.PerGroupPeriod * _delivering);
        }

        bool rising = quarter <= (long)_lastJoin + policy.OnsetLag + policy.OnsetRamp;
        bool falling = quarter > policy.End && double.IsFinite(policy.HalfLife);
        return rising || falling;
    }

    /// <summary>Adds the doses of the quarter.</summary>
    /// <param name="run">The run.</param>
    public void AddDoses(ClusterRun run)
    {
        if (policy.Doses.Count == 0)
        {
            return;
        }

        double left = Left(run.Quarter);
        double[]? received = policy.SpilloverShare > 0 ? new double[run.Firms.Count] : null;
        for (int slot = 0; slot < _joined.Length; slot++)
        {
            if (_joined[slot] >= 0 && run.Firms.Alive[slot])
            {
                double share = Rise(run.Quarter, _joined[slot]) * left;
                Add(run, slot, share);
                if (received is not null)
                {
                    Spill(run, slot, share * policy.SpilloverShare, received);
                }
            }
        }

        for (int slot = 0; received is not null && slot < received.Length; slot++)
        {
            Add(run, slot, Math.Min(1, received[slot]));
        }
    }

    /// <summary>Copies the state, for a snapshot.</summary>
    /// <returns>The copy.</returns>
    public InterventionState Copy() => new(policy)
    {
        _units = _units, // made once, never changed
        _joined = [.. _joined],
        _served = _served,
        _delivering = _delivering,
        _lastJoin = _lastJoin,
        _ledger = _ledger,
    };

    /// <summary>Gives the share of full delivery: a rise over the ramp after the lag, and halvings once delivery has ended.</summary>
    /// <param name="quarter">The quarter.</param>
    /// <param name="joined">The quarter in which the firm joined.</param>
    /// <returns>From 0 to 1.</returns>
    internal double Share(int quarter, int joined) => Rise(quarter, joined) * Left(quarter);

    private double Rise(int quarter, int joined)
    {
        int since = quarter - joined - policy.OnsetLag;
        return since < 0 ? 0 : policy.OnsetRamp == 0 ? 1 : Math.Min(1, (since + 1.0) / policy.OnsetRamp);
    }

    private double Left(int quarter) => quarter <= policy.End ? 1 : Math.Pow(0.5, (quarter - policy.End) / policy.HalfLife);

    private void Enrol(ClusterRun run)
    {
        for (int order = 0; order < policy.Anchors.Count; order++)
        {
            AnchorEntry.Enter(run, policy, policy.Anchors[order], order);
        }

        _joined = new int[run.Firms.Count];
        Array.Fill(_joined, -1);
        _units = policy.Doses.Count == 0 ? [] : Enrolment.Units(run, policy);
        _ledger.Cost += policy.Cost.Fixed;
    }

    private void Deliver(ClusterRun run)
    {
        int address = Enrolment.AddressOf(policy);
        long end = Math.Min(_units.Count, (long)_served + policy.Delivery.CapacityPerPeriod);
        for (; _served < end; _served++)
        {
            int[] unit = _units[_served];
            bool fails = run.Draw.Uniform(RandomPurpose.PolicyDelivery, address, run.Firms.Agent[unit[0]], 2) < policy.NonDelivery;
            int alive = unit.Count(slot => run.Firms.Alive[slot]);
            if (fails || alive == 0)
            {
                _ledger.NotDelivered += alive;
                continue;
            }

            _delivering += policy.Delivery.Unit == DeliveryUnit.Firm ? 0 : 1;
            _ledger.Firms += alive;
            _ledger.Cost += alive * policy.Cost.PerFirm;
            _ledger.FirmDays += alive * policy.Cost.FirmTimeDays;
            foreach (int slot in unit)
            {
                _joined[slot] = run.Firms.Alive[slot] ? run.Quarter : -1;
            }

            _lastJoin = run.Quarter;
        }
    }

    private void Add(ClusterRun run, int slot, double share)
    {
        if (share == 0)
        {
            return;
        }

        foreach (Dose dose in policy.Doses)
        {
            run.Shifts.Add(dose, slot, share, run.Firms.Capacity);
        }
    }

    // Who takes part receives nothing from others: its own dose is the full one.
    private void Spill(ClusterRun run, int slot, double share, double[] received)
    {
        TieColumns ties = run.Ties;
        for (int entry = ties.First[slot]; entry < ties.First[slot + 1]; entry++)
        {
            int partner = ties.Partner[entry];
            if (!Treated(partner) && run.Firms.Alive[partner])
            {
                received[partner] += share;
            }
        }
    }
}
