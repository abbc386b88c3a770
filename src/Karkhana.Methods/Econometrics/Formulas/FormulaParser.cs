namespace Karkhana.Methods.Econometrics;

/// <summary>Reads model formulas.</summary>
/// <remarks>A term is the list of its factors; a constant is the empty list.</remarks>
internal sealed class FormulaParser
{
    private const string FactorWord = "factor";

    private readonly FormulaReader _reader;
    private readonly Dictionary<string, string> _categorical = new(StringComparer.Ordinal);
    private bool _intercept = true;

    private FormulaParser(string formula) => _reader = new FormulaReader(formula);

    /// <summary>Reads <c>outcome ~ terms | fixed effects</c>.</summary>
    public static ModelSpecification Model(string formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        FormulaParser parser = new(formula);
        string outcome = parser.Left();
        List<string> terms = parser.Right();
        List<string> absorb = parser._reader.Skip("|") ? parser.Names() : [];
        parser.End();
        return new ModelSpecification
        {
            Outcome = outcome,
            Terms = terms,
            Intercept = parser._intercept && absorb.Count == 0,
            Categorical = parser._categorical,
            Absorb = absorb,
        };
    }

    /// <summary>Reads <c>outcome ~ exogenous | fixed effects | endogenous ~ instruments</c>, the middle part only when
    /// there is one.</summary>
    public static TwoStageSpecification TwoStage(string formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        FormulaParser parser = new(formula);
        string outcome = parser.Left();
        List<string> exogenous = parser.Right();
        parser._reader.Expect("|");
        List<string> absorb = [];
        List<string> endogenous = parser.Names();
        if (parser._reader.Skip("|"))
        {
            (absorb, endogenous) = (endogenous, parser.Names());
        }

        parser._reader.Expect("~");
        List<string> instruments = parser.Names();
        parser.End();
        return new TwoStageSpecification
        {
            Outcome = outcome,
            Exogenous = exogenous,
            Endogenous = endogenous,
            Instruments = instruments,
            Intercept = parser._intercept && absorb.Count == 0,
            Categorical = parser._categorical,
            Absorb = absorb,
        };
    }

    private string Left()
    {
        string outcome = _reader.ExpectName("the name of the outcome");
        _reader.Expect("~");
        return outcome;
    }

    // Fewer factors first, as in R, so that main terms come before their products.
    private List<string> Right() =>
        [.. Sum(outermost: true).Where(term => term.Count > 0).OrderBy(term => term.Count).Select(term => string.Join(':', term))];

    private void End()
    {
        if (_reader.Current.Kind != FormulaTokenKind.End)
        {
            throw _reader.Refuse(_reader.Current, "expected + - : * | or the end");
        }
    }

    private List<string> Names()
    {
        List<string> names = [_reader.ExpectName("the name of a column")];
        while (_reader.Skip("+"))
        {
            names.Add(_reader.ExpectName("the name of a column"));
        }

        return names;
    }

    private List<List<string>> Sum(bool outermost = false)
    {
        List<List<string>> terms = [];
        bool minus = outermost && _reader.Skip("-");
        while (true)
        {
            if (minus || _reader.Current.Kind == FormulaTokenKind.Number)
            {
                Constant(minus, outermost);
            }
            else
            {
                Add(terms, Star());
            }

            minus = !_reader.Skip("+");
            if (minus && !_reader.Skip("-"))
            {
                return terms;
            }
        }
    }

    private void Constant(bool minus, bool outermost)
    {
        FormulaToken token = _reader.Next();
        if (!outermost || token.Text is not ("0" or "1"))
        {
            throw _reader.Refuse(token, outermost ? "only the constant, 1, can be taken away" : "a constant may not stand in brackets");
        }

        _intercept = (token.Text == "1") != minus;
    }

    private List<List<string>> Star()
    {
        List<List<string>> terms = Colon();
        while (_reader.Skip("*"))
        {
            List<List<string>> right = Colon();
            List<List<string>> products = Products(terms, right);
            Add(terms, right);
            Add(terms, products);
        }

        return terms;
    }

    private List<List<string>> Colon()
    {
        List<List<string>> terms = Atom();
        while (_reader.Skip(":"))
        {
            terms = Products(terms, Atom());
        }

        return terms;
    }

    private List<List<string>> Atom()
    {
        if (_reader.Skip("("))
        {
            List<List<string>> terms = Sum();
            _reader.Expect(")");
            return terms;
        }

        FormulaToken token = _reader.Current;
        string name = _reader.ExpectName("a term");
        if (!_reader.Skip("("))
        {
            return [[name]];
        }

        return name == FactorWord
            ? [[Factor()]]
            : throw _reader.Refuse(token, "only factor( ) is known as a function; transform the column first");
    }

    private string Factor()
    {
        string column = _reader.ExpectName("the name of a column");
        string baseLevel = "";
        if (_reader.Skip(","))
        {
            FormulaToken level = _reader.Next();
            baseLevel = level.Kind is FormulaTokenKind.Name or FormulaTokenKind.Number or FormulaTokenKind.Text
                ? level.Text
                : throw _reader.Refuse(level, "expected the base level");
        }

        _reader.Expect(")");
        _categorical[column] = baseLevel.Length > 0 ? baseLevel : _categorical.GetValueOrDefault(column, "");
        return column;
    }

    private static List<List<string>> Products(List<List<string>> left, List<List<string>> right) =>
        [.. left.SelectMany(first => right.Select(second => (List<string>)[.. first.Union(second)]))];

    private static void Add(List<List<string>> terms, List<List<string>> more)
    {
        foreach (List<string> term in more.Where(term => !terms.Exists(known => known.ToHashSet().SetEquals(term))))
        {
            terms.Add(term);
        }
    }
}
