using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Networks;

/// <summary>Splits communities into parts that hang together: the refinement of the Leiden algorithm.</summary>
/// <remarks>Traag, Waltman and van Eck 2019, doi:10.1038/s41598-019-41695-z, algorithm A.2, with θ = 0.01 of the mean
/// strength of a tie.</remarks>
internal sealed class CommunityRefinement
{
    private const double Randomness = 0.01;

    private readonly CommunityLevel _level;
    private readonly int[] _communities;
    private readonly double _scale;
    private readonly double _temperature;
    private readonly double[] _communityStrengths;
    private readonly double[] _strengths;
    private readonly double[] _outward;
    private readonly int[] _members;
    private readonly double[] _ties;
    private readonly double[] _odds;
    private readonly int[] _seen;

    private CommunityRefinement(CommunityLevel level, int[] communities, double resolution, double meanTie)
    {
        _level = level;
        _communities = communities;
        _scale = resolution / level.Total;
        _temperature = Randomness * meanTie;
        Parts = [.. Enumerable.Range(0, level.Count)];
        _communityStrengths = new double[level.Count];
        _strengths = [.. level.Strengths];
        _outward = new double[level.Count];
        _members = new int[level.Count];
        Array.Fill(_members, 1);
        _ties = new double[level.Count];
        _odds = new double[level.Count];
        _seen = new int[level.Count];
        for (int node = 0; node < level.Count; node++)
        {
            _communityStrengths[communities[node]] += level.Strengths[node];
            for (int k = level.Rows.Starts[node]; k < level.Rows.Starts[node + 1]; k++)
            {
                _outward[node] += communities[level.Rows.Targets[k]] == communities[node] ? level.Rows.Values[k] : 0;
            }
        }
    }

    private int[] Parts { get; }

    /// <summary>Gives the part of each node; parts lie within communities.</summary>
    public static int[] Run(CommunityLevel level, int[] communities, double resolution, double meanTie, RandomStream stream)
    {
        CommunityRefinement refinement = new(level, communities, resolution, meanTie);
        int[] order = [.. Enumerable.Range(0, level.Count)];
        stream.Shuffle<int>(order);
        foreach (int node in order)
        {
            if (refinement._members[node] == 1 && refinement.Parts[node] == node && refinement.HangsTogether(node))
            {
                refinement.Join(node, stream);
            }
        }

        return refinement.Parts;
    }

    private bool HangsTogether(int part)
    {
        double rest = _communityStrengths[_communities[part]] - _strengths[part];
        return _outward[part] >= _scale * _strengths[part] * rest;
    }

    private void Join(int node, RandomStream stream)
    {
        int touched = 0;
        for (int k = _level.Rows.Starts[node]; k < _level.Rows.Starts[node + 1]; k++)
        {
            int other = _level.Rows.Targets[k];
            if (_communities[other] != _communities[node])
            {
                continue;
            }

            int part = Parts[other];
            if (_ties[part] == 0)
            {
                _seen[touched++] = part;
            }

            _ties[part] += _level.Rows.Values[k];
        }

        int chosen = Draw(node, touched, stream);
        double ties = _ties[chosen];
        foreach (int part in _seen.AsSpan(0, touched))
        {
            _ties[part] = 0;
        }

        if (chosen != node)
        {
            Parts[node] = chosen;
            _members[node]--;
            _members[chosen]++;
            _strengths[chosen] += _level.Strengths[node];
            _outward[chosen] += _outward[node] - (2 * ties);
        }
    }

    // Staying alone gains 0; parts that gain are drawn with odds exp(gain / temperature).
    private int Draw(int node, int touched, RandomStream stream)
    {
        double best = 0;
        for (int i = 0; i < touched; i++)
        {
            _odds[i] = HangsTogether(_seen[i]) ? _ties[_seen[i]] - (_scale * _level.Strengths[node] * _strengths[_seen[i]]) : -1;
            best = Math.Max(best, _odds[i]);
        }

        double total = Math.Exp(-best / _temperature);
        for (int i = 0; i < touched; i++)
        {
            _odds[i] = _odds[i] >= 0 ? Math.Exp((_odds[i] - best) / _temperature) : 0;
            total += _odds[i];
        }

        double drawn = stream.NextDouble() * total;
        for (int i = 0; i < touched; i++)
        {
            drawn -= _odds[i];
            if (drawn < 0)
            {
                return _seen[i];
            }
        }

        return node;
    }
}
