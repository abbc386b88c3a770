namespace Karkhana.Methods.Econometrics;

/// <summary>Evaluates the deviance of a mixed model by block elimination: each group of the first grouping, then each part
/// of the others, then the shared terms.</summary>
/// <remarks>
/// The penalised least-squares system of Bates, Mächler, Bolker and Walker 2015, doi:10.18637/jss.v067.i01, section 3,
/// factored once per evaluation. Cost of one evaluation: groups × width³ of the first grouping, and size³ of each part.
/// </remarks>
internal sealed class MixedModelKernel
{
    private readonly MixedModelDesign _design;

    public MixedModelKernel(MixedModelDesign design)
    {
        _design = design;
        Products = new MixedModelProducts(design);
        int width = design.Factors[0].Width;
        int fixedWidth = Products.FixedWidth;
        Own = [.. Products.Own.Select(_ => new DualMatrix(width, width))];
        OwnFixed = [.. Products.Own.Select(_ => new DualMatrix(width, fixedWidth))];
        Links = [.. Products.Links.Select(links => links.Select(link => new DualMatrix(width, WidthOf(link.Node))).ToArray())];
        Parts = [.. Products.PartSizes.Select(size => new DualMatrix(size, size))];
        PartFixed = [.. Products.PartSizes.Select(size => new DualMatrix(size, fixedWidth))];
        Fixed = new DualMatrix(fixedWidth, fixedWidth);
        Lambda = [];
    }

    public MixedModelProducts Products { get; }

    /// <summary>Gets the Cholesky factor L of each group of the first grouping, as of the last evaluation.</summary>
    public DualMatrix[] Own { get; }

    /// <summary>Gets L⁻¹Λ'Z'[Q e] of each of them.</summary>
    public DualMatrix[] OwnFixed { get; }

    /// <summary>Gets L⁻¹Λ'Z'ZΛ with each node that they meet.</summary>
    public DualMatrix[][] Links { get; }

    /// <summary>Gets the Cholesky factor of each part after the groups.</summary>
    public DualMatrix[] Parts { get; }

    /// <summary>Gets its inverse times what the groups leave of Λ'Z'[Q e].</summary>
    public DualMatrix[] PartFixed { get; }

    /// <summary>Gets what is left of [Q e]'[Q e] after the groups, as of the last evaluation.</summary>
    public DualMatrix Fixed { get; }

    /// <summary>Gets Λ of each grouping, as of the last evaluation.</summary>
    public DualMatrix[] Lambda { get; private set; }

    /// <summary>Evaluates the deviance at the parameters, with derivatives by one of them.</summary>
    public MixedModelDeviance Evaluate(ReadOnlySpan<double> parameters, int direction)
    {
        Dual[] duals = new Dual[parameters.Length];
        for (int i = 0; i < duals.Length; i++)
        {
            duals[i] = new Dual(parameters[i], i == direction ? 1 : 0);
        }

        Lambda = [.. _design.Factors.Select(factor => factor.Factor(duals))];
        SetNodes();
        Fixed.Clear();
        for (int term = 0; term < Fixed.Rows; term++)
        {
            Fixed[term, term] = term == Fixed.Rows - 1 ? Products.Residual : 1;
        }

        Dual logDeterminant = 0;
        for (int group = 0; group < Own.Length; group++)
        {
            logDeterminant += Eliminate(group);
        }

        for (int part = 0; part < Parts.Length; part++)
        {
            logDeterminant += Parts[part].Factorise();
            Parts[part].SolveLower(PartFixed[part]);
            Fixed.SubtractProduct(PartFixed[part], PartFixed[part]);
        }

        return FixedPart(logDeterminant);
    }

    public int WidthOf(int node) => _design.Factors[Products.FactorOfNode[node]].Width;

    private void SetNodes()
    {
        for (int part = 0; part < Parts.Length; part++)
        {
            Parts[part].Clear();
        }

        foreach ((int node, int other, double[] block) in Products.Pairs)
        {
            Place(
                (Lambda[Products.FactorOfNode[node]], Lambda[Products.FactorOfNode[other]]), block, Parts[Products.PartOfNode[node]],
                (Products.OffsetOfNode[node], Products.OffsetOfNode[other]));
        }

        foreach (DualMatrix part in Parts)
        {
            AddIdentity(part);
        }

        for (int node = 0; node < Products.NodeFixed.Length; node++)
        {
            Place(
                (Lambda[Products.FactorOfNode[node]], null), Products.NodeFixed[node], PartFixed[Products.PartOfNode[node]],
                (Products.OffsetOfNode[node], 0));
        }
    }

    private Dual Eliminate(int group)
    {
        DualMatrix own = Own[group];
        DualMatrix ownFixed = OwnFixed[group];
        Place((Lambda[0], Lambda[0]), Products.Own[group], own, (0, 0));
        AddIdentity(own);
        Dual logDeterminant = own.Factorise();
        Place((Lambda[0], null), Products.OwnFixed[group], ownFixed, (0, 0));
        own.SolveLower(ownFixed);
        Fixed.SubtractProduct(ownFixed, ownFixed);
        (int Node, double[] Block)[] met = Products.Links[group];
        for (int link = 0; link < met.Length; link++)
        {
            int node = met[link].Node;
            (int part, int offset) = (Products.PartOfNode[node], Products.OffsetOfNode[node]);
            DualMatrix block = Links[group][link];
            Place((Lambda[0], Lambda[Products.FactorOfNode[node]]), met[link].Block, block, (0, 0));
            own.SolveLower(block);
            PartFixed[part].SubtractProduct(block, ownFixed, offset);
            for (int other = 0; other <= link; other++)
            {
                Parts[part].SubtractProduct(block, Links[group][other], offset, Products.OffsetOfNode[met[other].Node]);
            }
        }

        return logDeterminant;
    }

    private MixedModelDeviance FixedPart(Dual logDeterminant)
    {
        int terms = Fixed.Rows - 1;
        DualMatrix factor = new(terms + 1, terms + 1);
        for (int i = 0; i <= terms; i++)
        {
            Fixed.Row(i).CopyTo(factor.Row(i));
        }

        Dual all = factor.Factorise();
        Dual squares = factor[terms, terms] * factor[terms, terms];
        return new MixedModelDeviance(logDeterminant, all - Dual.Log(squares), squares);
    }

    public static void AddIdentity(DualMatrix matrix)
    {
        for (int i = 0; i < matrix.Rows; i++)
        {
            matrix[i, i] += 1;
        }
    }

    /// <summary>Writes left' block right at a place; right is the identity when null.</summary>
    private static void Place((DualMatrix Left, DualMatrix? Right) factors, double[] block, DualMatrix target, (int Row, int Column) at)
    {
        int rows = factors.Left.Rows;
        int columns = block.Length / rows;
        Span<Dual> half = stackalloc Dual[columns];
        for (int i = 0; i < rows; i++)
        {
            half.Clear();
            for (int k = i; k < rows; k++)
            {
                Dual factor = factors.Left[k, i];
                for (int l = 0; l < columns; l++)
                {
                    half[l] += block[(k * columns) + l] * factor;
                }
            }

            Span<Dual> row = target.Row(at.Row + i).Slice(at.Column, columns);
            for (int j = 0; j < columns; j++)
            {
                Dual sum = factors.Right is null ? half[j] : 0;
                for (int l = j; factors.Right is not null && l < columns; l++)
                {
                    sum += half[l] * factors.Right[l, j];
                }

                row[j] = sum;
            }
        }
    }
}
