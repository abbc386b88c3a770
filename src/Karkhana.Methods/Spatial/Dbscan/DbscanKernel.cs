using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Spatial;

/// <summary>The steps of DBSCAN over cells: core points, joined cells, labels, border points.</summary>
internal sealed class DbscanKernel(DensityGrid grid, int minPoints)
{
    // Beyond this many pairs an index of one cell costs less than looking at all of them.
    private const long FewPairs = 1024;

    private readonly List<int> _around = [];
    private readonly List<(int Position, double SquaredDistance)> _found = [];
    private readonly Dictionary<int, PointIndex> _indices = [];
    private int[][] _coreOf = [];

    /// <summary>Gets whether each point is core.</summary>
    public bool[] Core { get; } = new bool[grid.Points.Count];

    /// <summary>Finds the core points.</summary>
    public void FindCore(CancellationToken cancellationToken)
    {
        _coreOf = new int[grid.Cells][];
        int[] walk = DensityGrid.StartWalk();
        for (int cell = 0; cell < grid.Cells; cell++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<int> points = grid.In(cell);
            if (points.Length < minPoints)
            {
                grid.Around(cell, walk, _around);
            }

            foreach (int point in points)
            {
                Core[point] = points.Length >= minPoints || IsCore(point, points.Length);
            }

            _coreOf[cell] = CoreOf(points);
        }
    }

    /// <summary>Joins the cells that hold core points of one cluster.</summary>
    public DisjointSets JoinCells(CancellationToken cancellationToken)
    {
        DisjointSets cells = new(grid.Cells);
        int[] walk = DensityGrid.StartWalk();
        for (int cell = 0; cell < grid.Cells; cell++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_coreOf[cell].Length == 0)
            {
                continue;
            }

            grid.Around(cell, walk, _around);
            foreach (int other in _around)
            {
                if (other > cell && _coreOf[other].Length > 0 && cells.Find(cell) != cells.Find(other) && AreNear(cell, other))
                {
                    cells.Join(cell, other);
                }
            }
        }

        return cells;
    }

    /// <summary>Numbers the clusters by their first core points in file order.</summary>
    public (int[] Labels, int Clusters) Label(DisjointSets cells)
    {
        int[] labels = new int[Core.Length];
        int[] numbers = new int[grid.Cells];
        int clusters = 0;
        for (int point = 0; point < labels.Length; point++)
        {
            if (Core[point])
            {
                int root = cells.Find(grid.CellOf[point]);
                numbers[root] = numbers[root] == 0 ? ++clusters : numbers[root];
                labels[point] = numbers[root];
            }
        }

        return (labels, clusters);
    }

    /// <summary>Gives each border point the first cluster that reaches it.</summary>
    public void AssignBorder(int[] labels, CancellationToken cancellationToken)
    {
        int[] walk = DensityGrid.StartWalk();
        for (int cell = 0; cell < grid.Cells; cell++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_coreOf[cell].Length == grid.In(cell).Length)
            {
                continue;
            }

            grid.Around(cell, walk, _around);
            foreach (int point in grid.In(cell))
            {
                labels[point] = Core[point] ? labels[point] : FirstCluster(point, _coreOf[cell], labels);
            }
        }
    }

    private int[] CoreOf(ReadOnlySpan<int> points)
    {
        List<int> core = [];
        foreach (int point in points)
        {
            if (Core[point])
            {
                core.Add(point);
            }
        }

        return [.. core];
    }

    private bool IsCore(int point, int known)
    {
        int count = known;
        foreach (int cell in _around)
        {
            foreach (int other in grid.In(cell))
            {
                count += grid.Near(point, other) ? 1 : 0;
                if (count >= minPoints)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private int FirstCluster(int point, int[] own, int[] labels)
    {
        int first = own.Length > 0 ? labels[own[0]] : int.MaxValue; // all points of a cell are within the radius
        foreach (int cell in _around)
        {
            int[] core = _coreOf[cell];
            if (core.Length > 0 && labels[core[0]] < first && Array.Exists(core, other => grid.Near(point, other)))
            {
                first = labels[core[0]];
            }
        }

        return first == int.MaxValue ? 0 : first;
    }

    private bool AreNear(int left, int right)
    {
        (int[] few, int[] many) = (_coreOf[left], _coreOf[right]);
        if ((long)few.Length * many.Length <= FewPairs)
        {
            return Array.Exists(few, point => Array.Exists(many, other => grid.Near(point, other)));
        }

        PointIndex index = IndexOf(right);
        return Array.Exists(few, point =>
        {
            index.Within(grid.Points.X[point], grid.Points.Y[point], grid.Eps, _found);
            return _found.Count > 0;
        });
    }

    private PointIndex IndexOf(int cell)
    {
        if (!_indices.TryGetValue(cell, out PointIndex? index))
        {
            index = PointIndex.Of(
                [.. _coreOf[cell].Select(point => grid.Points.X[point])], [.. _coreOf[cell].Select(point => grid.Points.Y[point])]);
            _indices.Add(cell, index);
        }

        return index;
    }
}
