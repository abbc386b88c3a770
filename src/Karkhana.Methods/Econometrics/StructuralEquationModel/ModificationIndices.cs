using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>By how much the chi-square would fall, about, if a parameter were free that is now 0.</summary>
/// <remarks>s²/c with the score s of the parameter at 0 and c its information given the free ones; expected change s/c.
/// Source: Sörbom 1989, doi:10.1007/BF02294623.</remarks>
/// <param name="Names">The parameters, the greatest index first.</param>
/// <param name="Indices">The indices.</param>
/// <param name="Changes">The values that the parameters would take, about.</param>
internal sealed record ModificationIndices(IReadOnlyList<string> Names, IReadOnlyList<double> Indices, IReadOnlyList<double> Changes)
{
    // What is left of a parameter's information when the free ones are known; below it the data cannot tell it from them.
    private const double LeastShare = 1e-8;

    public static readonly ModificationIndices None = new([], [], []);

    /// <summary>Tries loadings, regressions and covariances that are not in the model.</summary>
    public static ModificationIndices Of(
        DiagramLikelihood likelihood, VariableRoles roles, IReadOnlyList<StructuralTerm> terms, Vector<double> point, Matrix<double>? inverse)
    {
        StructuralTerm[] candidates = [.. Candidates(roles, terms, likelihood.Parameters)];
        if (inverse is null || candidates.Length == 0)
        {
            return None;
        }

        int free = likelihood.Parameters;
        int all = free + candidates.Length;
        PathDiagram diagram = likelihood.Diagrams[0];
        DiagramLikelihood extended = new(
            [diagram with { Arrows = [.. diagram.Arrows, .. candidates.Select(candidate => candidate.Arrow)] }], likelihood.Blocks, all);
        (Vector<double> scores, Matrix<double> information) = extended.DerivativesAt(
            Vector<double>.Build.Dense(all, position => position < free ? point[position] : 0));
        List<(string Name, double Index, double Change)> found = [];
        for (int k = 0; k < candidates.Length; k++)
        {
            int place = free + k;
            Vector<double> cross = information.Column(place, 0, free);
            double own = information[place, place];
            double left = own - cross.DotProduct(inverse * cross);
            if (left > LeastShare * own)
            {
                found.Add((candidates[k].Name, scores[place] * scores[place] / left, scores[place] / left));
            }
        }

        (string Name, double Index, double Change)[] sorted =
            [.. found.OrderByDescending(candidate => candidate.Index).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)];
        return new ModificationIndices(
            [.. sorted.Select(candidate => candidate.Name)],
            [.. sorted.Select(candidate => candidate.Index)],
            [.. sorted.Select(candidate => candidate.Change)]);
    }

    private static IEnumerable<StructuralTerm> Candidates(VariableRoles roles, IReadOnlyList<StructuralTerm> terms, int position)
    {
        HashSet<(ArrowKind, int, int)> taken = [.. terms.Select(term => Ends(term.Arrow))];
        bool[] structural = Structural(roles, terms);
        int count = roles.Names.Count;
        IEnumerable<(int To, int From)> pairs = Enumerable.Range(0, count).SelectMany(to => Enumerable.Range(0, count).Select(from => (to, from)));
        foreach ((int to, int from) in pairs.Where(pair => pair.To != pair.From))
        {
            bool loading = IsLoading(roles, structural, to, from);
            if ((loading || IsRegression(roles, structural, to, from)) && !taken.Contains((ArrowKind.Path, to, from)))
            {
                string name = loading ? $"{roles.Names[from]}=~{roles.Names[to]}" : $"{roles.Names[to]}~{roles.Names[from]}";
                yield return new StructuralTerm(name, new Arrow(ArrowKind.Path, to, from, position++));
            }

            if (IsCovariance(roles, to, from) && !taken.Contains((ArrowKind.Covariance, to, from)))
            {
                yield return new StructuralTerm(
                    $"{roles.Names[from]}~~{roles.Names[to]}", new Arrow(ArrowKind.Covariance, to, from, position++));
            }
        }
    }

    private static bool IsLoading(VariableRoles roles, bool[] structural, int to, int from) =>
        to < roles.Observed && from >= roles.Observed && roles.IsEndogenous[to] && !structural[to];

    private static bool IsRegression(VariableRoles roles, bool[] structural, int to, int from) =>
        structural[to] && structural[from] && roles.IsEndogenous[to];

    /// <summary>Says whether two variables are both factors, or both columns with residuals; each pair once.</summary>
    private static bool IsCovariance(VariableRoles roles, int to, int from) => to > from && (from >= roles.Observed
        || (to < roles.Observed && roles.IsEndogenous[to] && roles.IsEndogenous[from]));

    /// <summary>Says which variables stand in regressions.</summary>
    private static bool[] Structural(VariableRoles roles, IReadOnlyList<StructuralTerm> terms)
    {
        bool[] structural = new bool[roles.Names.Count];
        foreach (StructuralTerm term in terms.Where(term => term.IsRegression))
        {
            structural[term.Arrow.To] = structural[term.Arrow.From] = true;
        }

        return structural;
    }

    private static (ArrowKind Kind, int To, int From) Ends(Arrow arrow) => arrow.Kind == ArrowKind.Path
        ? (arrow.Kind, arrow.To, arrow.From)
        : (arrow.Kind, Math.Max(arrow.To, arrow.From), Math.Min(arrow.To, arrow.From));
}
