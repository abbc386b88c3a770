using Karkhana.Methods.Spatial;

namespace Karkhana.Tests.Methods.Spatial;

/// <summary>HDBSCAN from its definition: components of all pairs at every distance, by recursion.</summary>
internal sealed class HdbscanTwin
{
    private readonly double[,] _reach;
    private readonly int _size;
    private readonly double _least;
    private readonly Cluster[] _leftFrom;
    private readonly double[] _leftAt;

    public HdbscanTwin(PointPattern points, HdbscanOptions options)
    {
        int n = points.Count;
        int[] all = [.. Enumerable.Range(0, n)];
        double[,] squared = new double[n, n];
        foreach (int i in all)
        {
            foreach (int j in all)
            {
                squared[i, j] = Math.Pow(points.X[i] - points.X[j], 2) + Math.Pow(points.Y[i] - points.Y[j], 2);
            }
        }

        double[] core = [.. all.Select(i => all.Select(j => squared[i, j]).Order().ElementAt(options.MinPoints - 1))];
        CoreDistances = [.. core.Select(Math.Sqrt)];
        _reach = new double[n, n];
        foreach (int i in all)
        {
            foreach (int j in all)
            {
                _reach[i, j] = Math.Sqrt(Math.Max(squared[i, j], Math.Max(core[i], core[j])));
            }
        }

        _size = options.MinClusterSize ?? options.MinPoints;
        _least = LeastPositive(all);
        _leftFrom = new Cluster[n];
        _leftAt = new double[n];
        Cluster root = new(0);
        Fall(all, root);
        HashSet<Cluster> chosen = [.. root.Children.SelectMany(child => options.Selection == ClusterSelection.Leaf ? child.Leaves() : child.Best().Chosen)];
        Cluster?[] owners = [.. _leftFrom.Select(cluster => cluster.SelfAndAncestors().FirstOrDefault(chosen.Contains))];
        Cluster[] order = [.. owners.OfType<Cluster>().Distinct()];
        Labels = [.. owners.Select(owner => owner is null ? 0 : Array.IndexOf(order, owner) + 1)];
        Probabilities = [.. owners.Select((owner, i) => owner is null ? 0 : Math.Min(_leftAt[i], owner.Death) / owner.Death)];
        OutlierScores = [.. _leftFrom.Select((cluster, i) => 1 - (_leftAt[i] / cluster.GreatestDeath()))];
    }

    public int[] Labels { get; }

    public double[] Probabilities { get; }

    public double[] OutlierScores { get; }

    public double[] CoreDistances { get; }

    // The least positive distance at which components join: the least positive edge of a minimum spanning tree.
    private double LeastPositive(int[] all)
    {
        double[] levels = [.. all.SelectMany(i => all.Where(j => j != i).Select(j => _reach[i, j])).Where(d => d > 0).Distinct().Order()];
        foreach (double level in levels)
        {
            if (Components(all, distance => distance < level).Count > Components(all, distance => distance <= level).Count)
            {
                return level / 2;
            }
        }

        return 1;
    }

    private void Fall(int[] points, Cluster cluster)
    {
        double[] levels = [.. points.SelectMany(i => points.Where(j => j != i).Select(j => _reach[i, j])).Distinct().Order()];
        double distance = levels.First(level => Components(points, d => d <= level).Count == 1);
        List<int[]> parts = Components(points, d => d < distance);
        double density = 1 / Math.Max(distance, _least);
        int large = parts.Count(part => part.Length >= _size);
        foreach (int[] part in parts)
        {
            bool stays = part.Length >= _size && large == 1;
            if (!stays)
            {
                cluster.Stability += part.Length * (density - cluster.Birth);
                cluster.Death = Math.Max(cluster.Death, density);
            }

            if (part.Length >= _size)
            {
                Fall(part, stays ? cluster : cluster.Split(density));
                continue;
            }

            foreach (int point in part)
            {
                (_leftFrom[point], _leftAt[point]) = (cluster, density);
            }
        }
    }

    private List<int[]> Components(int[] points, Func<double, bool> joined)
    {
        List<int[]> components = [];
        HashSet<int> open = [.. points];
        while (open.Count > 0)
        {
            List<int> component = [open.First()];
            open.Remove(component[0]);
            for (int next = 0; next < component.Count; next++)
            {
                int[] found = [.. open.Where(other => joined(_reach[component[next], other]))];
                component.AddRange(found);
                open.ExceptWith(found);
            }

            components.Add([.. component]);
        }

        return components;
    }

    private sealed class Cluster(double birth, Cluster? parent = null)
    {
        public double Birth => birth;

        public double Death { get; set; }

        public double Stability { get; set; }

        public List<Cluster> Children { get; } = [];

        public Cluster Split(double density)
        {
            Children.Add(new Cluster(density, this));
            return Children[^1];
        }

        public IEnumerable<Cluster> SelfAndAncestors() => parent is null ? [this] : [this, .. parent.SelfAndAncestors()];

        public IEnumerable<Cluster> Leaves() => Children.Count == 0 ? [this] : Children.SelectMany(child => child.Leaves());

        public double GreatestDeath() => Children.Select(child => child.GreatestDeath()).Append(Death).Max();

        public (double Value, IEnumerable<Cluster> Chosen) Best()
        {
            (double Value, IEnumerable<Cluster> Chosen)[] below = [.. Children.Select(child => child.Best())];
            double sum = below.Sum(child => child.Value);
            return Stability >= sum * (1 - 1e-12) ? (Stability, [this]) : (sum, below.SelectMany(child => child.Chosen));
        }
    }
}
