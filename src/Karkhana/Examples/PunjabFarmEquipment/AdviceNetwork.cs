using Karkhana.Core.Randomness;

namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>Advice among the makers of a town: pairs by logit, then open triangles close until the mean degree is
/// reached.</summary>
internal sealed class AdviceNetwork
{
    private readonly Truth _truth;
    private readonly int[] _members;
    private readonly RandomStream _stream;
    private readonly int[] _kin;
    private readonly int[] _stage;
    private readonly bool[] _isolated;
    private readonly bool[,] _gives;
    private readonly double[] _capability;

    public AdviceNetwork(Truth truth, int[] members, RandomStream stream)
    {
        _truth = truth;
        _members = members;
        _stream = stream;
        _kin = [.. Enumerable.Range(0, members.Length).Select(i => i / TieParameters.KinGroup.Whole)];
        stream.Shuffle<int>(_kin);
        _stage = [.. members.Select(_ => stream.NextInt(TieParameters.Stages.Whole))];
        _isolated = [.. members.Select(
            maker => stream.NextBool(TieParameters.Isolates) && !truth.Gatekeepers.Contains(maker))];
        _capability = Sampling.Standardise([.. members.Select(maker => truth.StartCapability[maker])]);
        _gives = new bool[members.Length, members.Length];
    }

    public IEnumerable<Tie> Ties()
    {
        FirstRound();
        CloseTriangles();
        for (int i = 0; i < _members.Length; i++)
        {
            for (int j = 0; j < _members.Length; j++)
            {
                if (_gives[i, j])
                {
                    int value = 1 + (_gives[j, i] && _stream.NextBool(TieParameters.StrongerWhenMutual) ? 1 : 0) + (_stream.NextBool(TieParameters.Stronger) ? 1 : 0);
                    yield return new Tie(_members[i], _members[j], PunjabFarmEquipment.Ties.Advice, value);
                }
            }
        }
    }

    /// <summary>Kinship runs both ways.</summary>
    public IEnumerable<Tie> Kinship()
    {
        foreach ((int i, int j) in Pairs().Where(pair => _kin[pair.I] == _kin[pair.J]))
        {
            if (_stream.NextBool(TieParameters.KinShare))
            {
                yield return new Tie(_members[i], _members[j], PunjabFarmEquipment.Ties.Kinship, 1);
                yield return new Tie(_members[j], _members[i], PunjabFarmEquipment.Ties.Kinship, 1);
            }
        }
    }

    private double WantedPairs => TieParameters.MeanDegree * _members.Length / (1 + MutualShare);

    /// <summary>A share m of linked pairs mutual gives reciprocity 2m/(1 + m).</summary>
    private static double MutualShare => TieParameters.Reciprocity / (2 - TieParameters.Reciprocity);

    private void FirstRound()
    {
        (int I, int J)[] pairs = [.. Pairs()];
        double[] logits = [.. pairs.Select(pair => Logit(pair.I, pair.J))];
        double wanted = TieParameters.FirstRound * WantedPairs;
        (double low, double high) = (-20, 20);
        for (int step = 0; step < 60; step++)
        {
            double middle = (low + high) / 2;
            bool many = logits.Sum(logit => Sampling.Logistic(middle + logit)) > wanted;
            (low, high) = many ? (low, middle) : (middle, high);
        }

        for (int i = 0; i < pairs.Length; i++)
        {
            if (_stream.NextBool(Sampling.Logistic(low + logits[i])))
            {
                Link(pairs[i].I, pairs[i].J);
            }
        }
    }

    private double Logit(int i, int j)
    {
        if (_isolated[i] || _isolated[j])
        {
            return -1000;
        }

        bool gatekeeper = _truth.Gatekeepers.Contains(_members[i]) || _truth.Gatekeepers.Contains(_members[j]);
        double[] sociability = _truth.Exposures.Sociability;
        return (TieParameters.Distance * _truth.Makers[_members[i]].Place.DistanceTo(_truth.Makers[_members[j]].Place))
            + (_kin[i] == _kin[j] ? TieParameters.Kin : 0)
            + (_stage[i] == _stage[j] ? TieParameters.SameStage : 0)
            + (TieParameters.Capability * (_capability[i] + _capability[j]) / 2)
            + (TieParameters.Sociability * (sociability[_members[i]] + sociability[_members[j]]) / 2)
            + (gatekeeper ? TieParameters.GatekeeperBonus : 0);
    }

    private void CloseTriangles()
    {
        int linked = Pairs().Count(pair => IsLinked(pair.I, pair.J));
        for (int tries = 0; linked < WantedPairs && tries < 100 * _members.Length; tries++)
        {
            int middle = _stream.NextInt(_members.Length);
            int[] partners = [.. Enumerable.Range(0, _members.Length).Where(other => IsLinked(middle, other))];
            if (partners.Length < 2)
            {
                continue;
            }

            (int i, int j) = (partners[_stream.NextInt(partners.Length)], partners[_stream.NextInt(partners.Length)]);
            if (i != j && !IsLinked(i, j))
            {
                linked += Link(i, j) ? 1 : 0;
            }
        }
    }

    private bool Link(int i, int j)
    {
        if (Given(i) >= TieParameters.MostTies || Given(j) >= TieParameters.MostTies)
        {
            return false;
        }

        bool mutual = _stream.NextBool(MutualShare);
        bool abler = _stream.NextBool(TieParameters.GivenByAbler);
        bool firstGives = _capability[i] >= _capability[j] == abler;
        _gives[i, j] = mutual || firstGives;
        _gives[j, i] = mutual || !firstGives;
        return true;
    }

    private int Given(int i) => Enumerable.Range(0, _members.Length).Count(j => _gives[i, j]);

    private bool IsLinked(int i, int j) => _gives[i, j] || _gives[j, i];

    private IEnumerable<(int I, int J)> Pairs()
    {
        for (int i = 0; i < _members.Length; i++)
        {
            for (int j = i + 1; j < _members.Length; j++)
            {
                yield return (i, j);
            }
        }
    }
}
