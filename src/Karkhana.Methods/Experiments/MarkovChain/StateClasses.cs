using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Experiments;

/// <summary>Which states of a chain can be reached from which.</summary>
internal sealed class StateClasses
{
    private readonly Matrix<double> _matrix;
    private readonly bool[][] _reaches;

    public StateClasses(Matrix<double> matrix)
    {
        _matrix = matrix;
        _reaches = [.. Enumerable.Range(0, matrix.RowCount).Select(from => ReachedFrom(from, barred: -1))];
        Closed = [.. Enumerable.Range(0, matrix.RowCount).Where(IsRecurrent)
            .GroupBy(state => Array.IndexOf(_reaches[state], true))
            .Select(states => states.ToArray())];
    }

    /// <summary>Gets the sets of states that are never left, each in the order of the states.</summary>
    public int[][] Closed { get; }

    /// <summary>Gets whether every state is reached from every other.</summary>
    public bool IsIrreducible => Closed.Length == 1 && Closed[0].Length == _matrix.RowCount;

    /// <summary>Gives the states from which a state is reached with certainty, itself among them.</summary>
    public bool[] Surely(int target)
    {
        bool[] lost = [.. _reaches.Select((reached, from) => from != target && !reached[target])];
        return [.. Enumerable.Range(0, _matrix.RowCount).Select(from =>
            from == target || !ReachedFrom(from, target).Zip(lost, (reached, gone) => reached && gone).Any(both => both))];
    }

    private bool IsRecurrent(int state) =>
        Enumerable.Range(0, _matrix.RowCount).All(other => !_reaches[state][other] || _reaches[other][state]);

    /// <summary>Gives the states reached from one, itself among them, on paths that do not go through the barred one.</summary>
    private bool[] ReachedFrom(int from, int barred)
    {
        bool[] reached = new bool[_matrix.RowCount];
        reached[from] = true;
        Stack<int> open = new([from]);
        while (open.TryPop(out int state))
        {
            for (int next = 0; next < reached.Length; next++)
            {
                if (!reached[next] && next != barred && _matrix[state, next] > 0)
                {
                    reached[next] = true;
                    open.Push(next);
                }
            }
        }

        return reached;
    }
}
