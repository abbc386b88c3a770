using Karkhana.Core.Randomness;

namespace Karkhana.Simulation;

/// <summary>What a firm learns from the partner it asks in a quarter (framework 5.6).</summary>
/// <remarks>
/// It asks one partner along its ties with probability proportional to exp(ω1 τ + ω2 (K̄_j − K̄_i)⁺ − ω3 d − ω4 |stages apart|).
/// The partner gives if trust is above τ* (a gift), or if each is ahead in at least one function (barter, where both learn).
/// The learner closes the share α γ of the gap in each function in which the other is ahead. Search is local (Stiglitz 1987): with the probability
/// exp(−λ_d × technical distance) only, the root mean square of the differences between the two in all functions, can it take over what the other does.
/// </remarks>
internal static class PartnerExchange
{
    /// <summary>Adds the flow to what comes to each firm.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The sum over firms of the mean over functions.</returns>
    public static double Apply(ClusterRun run)
    {
        FirmColumns firms = run.Firms;
        TieColumns ties = run.Ties;
        ReadOnlySpan<int> first = ties.First;
        int count = Math.Min(firms.Count, ties.Outside.Length);
        double[] mean = firms.Average;
        double[] pull = [];
        double gained = 0;
        for (int slot = 0; slot < count; slot++)
        {
            int entries = first[slot + 1] - first[slot];
            if (entries == 0 || !firms.Alive[slot])
            {
                continue;
            }

            if (pull.Length < entries)
            {
                pull = new double[2 * entries];
            }

            int entry = Choose(run, slot, mean, pull.AsSpan(0, entries));
            gained += entry < 0 ? 0 : Exchange(run, slot, ties.Partner[entry], ties.Tie[entry]);
        }

        return gained / firms.Functions;
    }

    private static int Choose(ClusterRun run, int slot, double[] mean, Span<double> pull)
    {
        ClusterParameters parameters = run.Parameters;
        TieColumns ties = run.Ties;
        FirmColumns firms = run.Firms;
        int first = ties.First[slot];
        ReadOnlySpan<int> partners = ties.Partner.AsSpan(first, pull.Length);
        ReadOnlySpan<int> ofEntry = ties.Tie.AsSpan(first, pull.Length);
        double sum = 0;
        for (int entry = 0; entry < pull.Length; entry++)
        {
            int partner = partners[entry];
            int tie = ofEntry[entry];
            double attraction = (parameters.PartnerTrustWeight * Trust(run, slot, partner, tie))
                + (parameters.PartnerGapWeight * Math.Max(0, mean[partner] - mean[slot]))
                - (parameters.PartnerDistanceWeight * ties.Distance[tie])
                - (parameters.PartnerStageWeight * Math.Abs((int)firms.Stage[partner] - (int)firms.Stage[slot]));
            sum += firms.Alive[partner] ? Math.Exp(attraction) : 0;
            pull[entry] = sum;
        }

        if (sum == 0)
        {
            return -1;
        }

        double point = sum * run.Draw.Uniform(RandomPurpose.KnowledgePartner, run.Step, firms.Agent[slot]);
        int chosen = 0;
        while (chosen < pull.Length - 1 && pull[chosen] <= point)
        {
            chosen++;
        }

        return first + chosen;
    }

    private static double Exchange(ClusterRun run, int learner, int giver, int tie)
    {
        FirmColumns firms = run.Firms;
        (bool learnerAhead, bool giverAhead) = (false, false);
        (int one, int other) = (learner * firms.Stride, giver * firms.Stride);
        for (int function = 0; function < firms.Functions; function++)
        {
            double lead = firms.Capability[other + function] - firms.Capability[one + function];
            learnerAhead |= lead < 0;
            giverAhead |= lead > 0;
        }

        bool gift = Trust(run, learner, giver, tie) > run.Parameters.GiftTrust;
        bool barter = learnerAhead && giverAhead;
        if (!giverAhead || !(gift || barter) || IsTooFar(run, learner, giver))
        {
            return 0;
        }

        run.Ties.LastUsed[tie] = run.Step;
        return Learn(run, learner, giver) + (barter && !gift ? Learn(run, giver, learner) : 0);
    }

    private static bool IsTooFar(ClusterRun run, int learner, int giver)
    {
        double locality = run.Parameters.SearchLocality;
        if (locality == 0)
        {
            return false;
        }

        FirmColumns firms = run.Firms;
        double squares = 0;
        for (int function = 0; function < firms.Functions; function++)
        {
            double difference = firms.Capability[(learner * firms.Stride) + function] - firms.Capability[(giver * firms.Stride) + function];
            squares += difference * difference;
        }

        double distance = Math.Sqrt(squares / firms.Functions);
        return run.Draw.Uniform(RandomPurpose.KnowledgePartner, run.Step, firms.Agent[learner], 1) >= Math.Exp(-locality * distance);
    }

    private static double Learn(ClusterRun run, int learner, int giver)
    {
        FirmColumns firms = run.Firms;
        double rate = run.Mechanisms.InteractiveRate[learner] * run.Mechanisms.AbsorptiveCapacity[learner];
        (int one, int other) = (learner * firms.Stride, giver * firms.Stride);
        double gained = 0;
        for (int function = 0; function < firms.Functions; function++)
        {
            double gain = rate * Math.Max(0, firms.Capability[other + function] - firms.Capability[one + function]);
            firms.Inflow[one + function] += gain;
            gained += gain;
        }

        return gained;
    }

    private static double Trust(ClusterRun run, int one, int other, int tie) =>
        TieStrength.Felt(run.Ties.Trust[tie], run.Mechanisms.TrustShift[one], run.Mechanisms.TrustShift[other]);
}
