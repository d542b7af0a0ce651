twohats build "$BOOK" --output site --site-url "$SITE_URL"
rm -rf public
cp -R site public
rm -rf public/.twohats
