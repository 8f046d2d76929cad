-- The words of a kept answer, as jsonb writes them. The column is json, which keeps what jsonb refuses (\u0000, half of a surrogate pair):
-- such a row gives its words without those escapes, or as they stand; it never breaks a statement that looks at everybody's answers.
CREATE FUNCTION text_of_kept_answer(body json) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    RETURN body::jsonb::text;
EXCEPTION WHEN others THEN
    BEGIN
        RETURN regexp_replace(body::text, '\\u(0000|[dD][89a-fA-F][0-9a-fA-F]{2})', '', 'g')::jsonb::text;
    EXCEPTION WHEN others THEN
        RETURN body::text;
    END;
END
$$;
