namespace Karkhana.Methods.Networks;

/// <summary>The rank of {I, G, G², G³} as vectors of matrix cells, over the firms that have peers.</summary>
internal sealed class PeerRank
{
    private readonly PrimeField _field;
    private readonly Graph _peers;
    private readonly ulong[][] _weights;
    private readonly int _powers;
    private readonly ulong[][] _rows;
    private readonly List<(int Pivot, ulong[] Vector)> _basis = [];

    private PeerRank(Graph peers, bool rowNormalised, int powers, ulong prime)
    {
        _field = new PrimeField(prime);
        _peers = peers;
        _powers = powers;
        _weights = [.. Enumerable.Range(0, peers.NodeCount).Select(firm => WeightsOf(firm, rowNormalised))];
        _rows = [.. Enumerable.Range(0, powers + 1).Select(_ => new ulong[peers.NodeCount])];
    }

    /// <summary>Finds the rank modulo a prime; never above the rank over fractions.</summary>
    /// <param name="peers">A tie from each firm to each of its peers.</param>
    /// <param name="rowNormalised">Whether the weights of a firm add up to 1.</param>
    /// <param name="powers">The highest power: 2 or 3.</param>
    /// <param name="prime">The prime.</param>
    /// <param name="cancellationToken">Looked at between firms.</param>
    public static int Of(Graph peers, bool rowNormalised, int powers, ulong prime, CancellationToken cancellationToken)
    {
        PeerRank rank = new(peers, rowNormalised, powers, prime);
        for (int firm = 0; firm < peers.NodeCount && rank._basis.Count <= powers; firm++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (peers.Targets(firm).Length > 0)
            {
                rank.AddRow(firm);
            }
        }

        return rank._basis.Count;
    }

    private ulong[] WeightsOf(int firm, bool rowNormalised)
    {
        ulong[] weights = new ulong[_peers.Targets(firm).Length];
        ulong sum = 0;
        for (int k = 0; k < weights.Length; k++)
        {
            weights[k] = _field.Of(_peers.Values(firm)[k]);
            sum = _field.Add(sum, weights[k]);
        }

        ulong scale = rowNormalised && weights.Length > 0 ? _field.Inverse(sum) : 1;
        return [.. weights.Select(weight => _field.Multiply(weight, scale))];
    }

    // One row of each matrix; every cell gives one vector with as many entries as there are matrices.
    private void AddRow(int firm)
    {
        foreach (ulong[] row in _rows)
        {
            Array.Clear(row);
        }

        _rows[0][firm] = 1;
        for (int power = 1; power <= _powers; power++)
        {
            for (int through = 0; through < _peers.NodeCount; through++)
            {
                if (_rows[power - 1][through] != 0)
                {
                    Pass(_rows[power - 1][through], through, _rows[power]);
                }
            }
        }

        ulong[] cell = new ulong[_powers + 1];
        for (int other = 0; other < _peers.NodeCount && _basis.Count <= _powers; other++)
        {
            for (int power = 0; power <= _powers; power++)
            {
                cell[power] = _rows[power][other];
            }

            Insert(cell);
        }
    }

    private void Pass(ulong weight, int through, ulong[] target)
    {
        ReadOnlySpan<int> peers = _peers.Targets(through);
        for (int k = 0; k < peers.Length; k++)
        {
            target[peers[k]] = _field.Add(target[peers[k]], _field.Multiply(weight, _weights[through][k]));
        }
    }

    // Gaussian elimination, one vector at a time; each vector of the basis has a 1 at its pivot.
    private void Insert(ulong[] cell)
    {
        foreach ((int pivot, ulong[] vector) in _basis)
        {
            ulong factor = cell[pivot];
            for (int i = 0; factor != 0 && i < cell.Length; i++)
            {
                cell[i] = _field.Subtract(cell[i], _field.Multiply(factor, vector[i]));
            }
        }

        int first = Array.FindIndex(cell, value => value != 0);
        if (first >= 0)
        {
            ulong scale = _field.Inverse(cell[first]);
            _basis.Add((first, [.. cell.Select(value => _field.Multiply(value, scale))]));
        }
    }
}
